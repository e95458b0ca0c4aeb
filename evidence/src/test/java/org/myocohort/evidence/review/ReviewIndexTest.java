package org.myocohort.evidence.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.myocohort.evidence.flow.SourceKind.DATABASE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.format.NoRecordsException;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.index.RecordIndex;
import org.myocohort.exchange.csv.BadInputException;

final class ReviewIndexTest {
  @TempDir private Path place;
  private ReviewExample example;
  private ReviewFolder folder;

  @BeforeEach
  void begin() throws Exception {
    example = new ReviewExample(place);
    folder = example.folder;
  }

  private ImportResult add(Path export, String name) throws IOException, BadInputException {
    try (ReviewIntake intake = ReviewIntake.of(folder, true, (_, _) -> {})) {
      ImportResult result = intake.add(export, DATABASE, name, "anna", example.now());
      assertThat(intake.index()).isTrue();
      if (result.isNew()) {
        intake.compare((_, _) -> {});
      }
      return result;
    }
  }

  /// What a search answered and what had to be read for it.
  private record Answer(int works, List<String> found, int read, boolean kept) {}

  private Answer search(String text) throws IOException, BadInputException {
    List<Integer> totals = new ArrayList<>();
    Review review = folder.read();
    try (ReviewIndex index = ReviewIndex.open(folder, review, (_, total) -> totals.add(total))) {
      return new Answer(
          index.search().size(),
          index
              .search()
              .run(SearchParser.parse(text, Dialect.PUBMED).strategy(), List.of())
              .found(),
          totals.isEmpty() ? 0 : totals.getLast(),
          index.isKept());
    }
  }

  private Path index() {
    return folder.path().resolve(".cache").resolve("records");
  }

  private Path largestFile() throws IOException {
    try (Stream<Path> files = Files.list(index())) {
      return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
    }
  }

  @Test
  void whatIsImportedIsSearchableAtOnce() throws Exception {
    add(example.ris("a.ris", 1, 2), "Embase");
    add(example.ris("b.ris", 3), "PubMed");
    assertThat(search("case")).isEqualTo(new Answer(3, List.of("1-1", "1-2", "2-1"), 0, true));
    assertThat(Files.readString(folder.path().resolve(".cache/.gitignore"))).endsWith("\n*\n");
  }

  @Test
  void aWorkIsFoundByAnyOfItsRecordsAndAMergeReadsNothingAgain() throws Exception {
    add(example.ris("a.ris", 1, 2), "Embase");
    example.add(example.ris("b.ris", 3), DATABASE, "PubMed");
    assertThat(search("case").read()).isEqualTo(3);
    add(example.ris("c.ris", 2, 4), "Scopus");
    assertThat(folder.read().works()).containsEntry("1-2", List.of("1-2", "3-1"));
    assertThat(search("10.1000/work.2[aid]")).isEqualTo(new Answer(4, List.of("1-2"), 0, true));
  }

  @Test
  void ofALargerExportOnlyTheNewRecordsAreSearched() throws Exception {
    Path export = example.ris("a.ris", 1, 2);
    add(export, "Embase");
    String more = Files.readString(export) + Files.readString(example.ris("a2.ris", 3));
    ImportEntry entry = add(Files.writeString(place.resolve("larger.ris"), more), "Embase").entry();
    assertThat(entry.again()).isEqualTo(2);
    assertThat(search("case")).isEqualTo(new Answer(3, List.of("1-1", "1-2", "2-3"), 0, true));
  }

  @Test
  void anExportThatCannotBeTakenInLeavesNothing() throws Exception {
    Path broken = Files.writeString(place.resolve("broken.ris"), "nothing\nof a record\n");
    try (ReviewIntake intake = ReviewIntake.of(folder, true, (_, _) -> {})) {
      intake.add(example.ris("a.ris", 1), DATABASE, "Embase", "anna", example.now());
      assertThatThrownBy(() -> intake.add(broken, DATABASE, "X", "anna", example.now()))
          .isInstanceOf(NoRecordsException.class);
      // No record says which database it is from: known only when all were read.
      Path nameless = example.ris("b.ris", 2);
      assertThatThrownBy(() -> intake.add(nameless, DATABASE, null, "anna", example.now()))
          .isInstanceOf(BadInputException.class);
      intake.add(example.ris("c.ris", 1, 3), DATABASE, "PubMed", "anna", example.now());
      assertThat(intake.index()).isTrue();
      assertThat(intake.compare((_, _) -> {}).clusters()).containsExactly(List.of("1-1", "2-1"));
    }
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "2-2"), 0, true));
    try (Stream<Path> files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "review.yaml", "exports", "records.csv", "imports.csv", "duplicates.csv", ".cache");
    }
  }

  @Test
  void whatTheIndexLacksOrHoldsOtherwiseIsReadAgain() throws Exception {
    add(example.ris("a.ris", 1, 2), "Embase");
    add(example.ris("b.ris", 3), "PubMed");
    Path export = folder.export(folder.read().imports().getFirst());
    // The same bytes at another time, as after a checkout.
    Files.setLastModifiedTime(export, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(search("case").read()).isZero();
    Files.writeString(export, Files.readString(export).replace("on case number", "on pony number"));
    Files.setLastModifiedTime(export, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
    assertThat(search("pony").found()).containsExactly("1-1", "1-2");
    assertThat(search("pony").read()).isZero();
    // An import that was killed before it counted, but after the index knew it.
    Path imports = folder.path().resolve("imports.csv");
    List<String> lines = Files.readAllLines(imports);
    Files.write(imports, lines.subList(0, 2));
    Files.delete(folder.path().resolve("duplicates.csv"));
    assertThat(search("case OR pony").found()).containsExactly("1-1", "1-2");
    add(example.ris("c.ris", 4), "Scopus");
    assertThat(search("case OR pony"))
        .isEqualTo(new Answer(3, List.of("1-1", "1-2", "2-1"), 0, true));
  }

  @Test
  void aDamagedOrForeignIndexIsMadeAgain() throws Exception {
    add(example.ris("a.ris", 1, 2), "Embase");
    Path largest = largestFile();
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(largest, bytes);
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "1-2"), 2, true));
    Files.write(largestFile(), new byte[10]);
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "1-2"), 2, true));
    try (RecordIndex index = RecordIndex.in(index())) {
      Map<String, String> notes = index.notes();
      notes.put("made-by", "words 0, lucene 1.0");
      index.commit(notes);
    }
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "1-2"), 2, true));
    assertThat(search("case").read()).isZero();
  }

  @Test
  void withoutARightToWriteItIsMadeInMemory() throws Exception {
    Files.createDirectories(index().getParent());
    Files.writeString(index(), "not a folder");
    try (ReviewIntake intake = ReviewIntake.of(folder, false, (_, _) -> {})) {
      intake.add(example.ris("a.ris", 1, 2), DATABASE, "Embase", "anna", example.now());
      assertThat(intake.index()).isFalse();
    }
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "1-2"), 2, false));
  }

  @Test
  void whileAnotherWritesTheIndexWhatWasKeptIsSearched() throws Exception {
    add(example.ris("a.ris", 1), "Embase");
    try (RecordIndex other = RecordIndex.in(index())) {
      assertThat(search("case")).isEqualTo(new Answer(1, List.of("1-1"), 0, true));
      try (ReviewIntake intake = ReviewIntake.of(folder, false, (_, _) -> {})) {
        intake.add(example.ris("b.ris", 2), DATABASE, "PubMed", "anna", example.now());
        assertThat(intake.index()).isFalse();
      }
      assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "2-1"), 2, false));
      other.rollback();
    }
    assertThat(search("case")).isEqualTo(new Answer(2, List.of("1-1", "2-1"), 2, true));
  }
}
