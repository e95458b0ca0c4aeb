package org.myocohort.evidence.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.myocohort.evidence.flow.SourceKind.DATABASE;
import static org.myocohort.evidence.screening.ScreeningStage.TITLE_ABSTRACT;
import static org.myocohort.evidence.screening.ScreeningVerdict.EXCLUDE;
import static org.myocohort.evidence.screening.ScreeningVerdict.INCLUDE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.duplicate.DuplicateDecision;
import org.myocohort.evidence.link.OverlapDecision;
import org.myocohort.evidence.screening.RecordStanding.Outcome;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

final class ReviewFolderTest {
  @TempDir private Path place;
  private ReviewExample example;
  private ReviewFolder folder;

  @BeforeEach
  void begin() throws Exception {
    example = new ReviewExample(place);
    folder = example.folder;
  }

  @Test
  void keepsEachExportByteForByteAndALineForEachRecord() throws Exception {
    Path export = example.ris("em base (1).ris", 1, 2);
    ImportResult result = example.add(export, DATABASE, "Embase");
    assertThat(result.isNew()).isTrue();
    assertThat(folder.export(result.entry())).hasSameBinaryContentAs(export);
    assertThat(result.entry().file()).isEqualTo("1-em-base-1-.ris");
    Review review = folder.read();
    assertThat(review.records().values())
        .extracting(RecordEntry::id, RecordEntry::line, RecordEntry::doi)
        .containsExactly(tuple("1-1", 1, "10.1000/work.1"), tuple("1-2", 13, "10.1000/work.2"));
    assertThat(review.importOf("1-2").name()).isEqualTo("Embase");
    assertThat(ReviewRecords.read(folder, review).record("1-2").origin().line()).isEqualTo(13);
  }

  @Test
  void knowsOfAnImportWhatItsFilesSay() throws Exception {
    example.add(example.ris("a.ris", 1, 2), DATABASE, "Embase");
    Path odd = place.resolve("odd.ris");
    Files.writeString(
        odd,
        """
        TY  - JOUR
        TI  -  "Quoted", first; and\tparted%s
        AU  - O'Neill; "The" Group,
        PY  - 2020
        DO  - 10.1000/a;b"c
        ER  -\s
        TY  - JOUR
        TI  - =SUM(A1)
        AU  -\s
        ER  -\s
        """
            .formatted("\u00a0\u2003"));
    example.add(odd, DATABASE, " \"Odd\", Ovid ");
    Review known = folder.read();
    Review read = ReviewFolder.at(folder.path()).read();
    assertThat(known.imports()).isEqualTo(read.imports()).hasSize(2);
    assertThat(List.copyOf(known.records().values()))
        .isEqualTo(List.copyOf(read.records().values()))
        .hasSize(4);
    assertThat(folder.read()).isSameAs(known);
  }

  @Test
  void holdsItsRecordsAgainOnceAMissingExportIsBack() throws Exception {
    ImportEntry entry = example.add(example.ris("a.ris", 1, 2), DATABASE, "Embase").entry();
    Path export = folder.export(entry);
    Path elsewhere = Files.move(export, place.resolve("elsewhere.ris"));
    ReviewFolder opened = ReviewFolder.at(folder.path());
    assertThatThrownBy(opened::read).isInstanceOf(BadInputException.class);
    Files.move(elsewhere, export);
    assertThat(opened.read().records().keySet()).containsExactly("1-1", "1-2");
  }

  @Test
  void takesTheSameFileOnceAndOfALargerExportOnlyWhatIsNew() throws Exception {
    Path export = example.ris("a.ris", 1, 2);
    example.add(export, DATABASE, "Embase");
    Path renamed = Files.copy(export, place.resolve("b.ris"));
    assertThat(example.add(renamed, DATABASE, "Embase").isNew()).isFalse();
    assertThat(folder.read().imports()).hasSize(1);
    String more = Files.readString(export) + Files.readString(example.ris("a2.ris", 3));
    Path larger = Files.writeString(place.resolve("larger.ris"), more);
    ImportEntry entry = example.add(larger, DATABASE, "Embase").entry();
    assertThat(entry.records()).isEqualTo(3);
    assertThat(entry.again()).isEqualTo(2);
    assertThat(entry.added()).isEqualTo(1);
    assertThat(folder.read().records().keySet()).containsExactly("1-1", "1-2", "2-3");
    Path elsewhere = Files.writeString(place.resolve("scopus.ris"), "\n" + more);
    assertThat(example.add(elsewhere, DATABASE, "Scopus").entry().added()).isEqualTo(3);
  }

  @Test
  void anUnfinishedImportDoesNotCount() throws Exception {
    example.add(example.ris("a.ris", 1), DATABASE, "Embase");
    Files.writeString(
        folder.path().resolve("records.csv"),
        "2-1,2,1,1,abc,Never acknowledged,,,,\n2-2,2,2,",
        StandardOpenOption.APPEND);
    assertThat(folder.read().records().keySet()).containsExactly("1-1");
    example.add(example.ris("b.ris", 2), DATABASE, "Embase");
    assertThat(folder.read().records().values())
        .extracting(RecordEntry::id, RecordEntry::doi)
        .containsExactly(tuple("1-1", "10.1000/work.1"), tuple("2-1", "10.1000/work.2"));
  }

  @Test
  void decisionsOutliveAMergeAndItsUndoing() throws Exception {
    example.add(example.ris("a.ris", 1, 2), DATABASE, "Embase");
    example.add(example.ris("b.ris", 2, 3), DATABASE, "PubMed");
    assertThat(folder.read().works()).hasSize(4);
    example.both(TITLE_ABSTRACT, INCLUDE, "", "2-1");
    example.compare();
    Review merged = folder.read();
    assertThat(merged.works()).hasSize(3).containsEntry("1-2", List.of("1-2", "2-1"));
    assertThat(merged.sources("1-2")).containsExactly("Embase", "PubMed");
    assertThat(merged.board(TITLE_ABSTRACT).outcome("1-2")).isEqualTo(Outcome.INCLUDED);
    folder.add(
        new ReviewEvent.Copies(
            new DuplicateDecision(
                DuplicateDecision.Kind.KEEP_APART,
                List.of("1-2", "2-1"),
                "anna",
                example.now(),
                "two papers")));
    example.compare();
    Review apart = folder.read();
    assertThat(apart.works()).hasSize(4);
    assertThat(apart.board(TITLE_ABSTRACT).outcome("2-1")).isEqualTo(Outcome.INCLUDED);
    assertThat(apart.board(TITLE_ABSTRACT).outcome("1-2")).isEqualTo(Outcome.OPEN);
  }

  @Test
  void readsEveryActionBackAsItWasMade() throws Exception {
    example.add(example.ris("a.ris", 1, 2), DATABASE, "Embase");
    List<ReviewEvent> made =
        List.of(
            new ReviewEvent.Screened(
                new ScreeningEvent.Decided(
                    "anna",
                    "1-1",
                    TITLE_ABSTRACT,
                    EXCLUDE,
                    "drug",
                    example.now(),
                    new ScreeningEvent.Shown(ScreeningEvent.QueueOrder.RELEVANCE, 12, 340))),
            new ReviewEvent.Screened(
                new ScreeningEvent.Resolved(
                    "anna",
                    "1-1",
                    TITLE_ABSTRACT,
                    true,
                    "said \"both\", \n agreed",
                    example.now())),
            new ReviewEvent.Screened(
                new ScreeningEvent.Undone("anna", "1-1", TITLE_ABSTRACT, example.now())),
            new ReviewEvent.Sought("anna", example.now(), "1-2", false, "library; no copy"),
            new ReviewEvent.Copies(
                new DuplicateDecision(
                    DuplicateDecision.Kind.LEAVE_TO_RULES,
                    List.of("1-1", "1-2"),
                    "anna",
                    example.now(),
                    "")),
            new ReviewEvent.StudyNamed(
                "anna", example.now(), List.of("1-1", "1-2"), "Trial X", "one registration"),
            new ReviewEvent.Overlapped(
                new OverlapDecision(
                    "L2", "abstract", OverlapDecision.Kind.OVERLAP, "anna", example.now(), "")),
            new ReviewEvent.Looked(
                "anna",
                example.now(),
                Objects.requireNonNull(folder.read().settings().stopping())
                    .at(1, new RandomSample(3, 120, 50, 1)),
                false),
            new ReviewEvent.Updated("anna", example.now(), 2));
    for (ReviewEvent event : made) {
      folder.add(event);
    }
    Review review = ReviewFolder.at(folder.path()).read();
    assertThat(review.events()).isEqualTo(made);
    assertThat(review.version()).isEqualTo(2);
    assertThat(review.study("1-2")).isEqualTo("Trial X");
    assertThat(review.overlaps()).hasSize(1);
  }

  @Test
  void seesWhatAnotherProcessAdded() throws Exception {
    example.add(example.ris("a.ris", 1, 2), DATABASE, "Embase");
    assertThat(folder.read().events()).isEmpty();
    ReviewFolder.at(folder.path())
        .add(new ReviewEvent.Sought("ben", Instant.parse("2026-01-02T00:00:00Z"), "1-1", true, ""));
    assertThat(folder.read().sought("1-1")).isPresent();
  }

  @Test
  void refusesWhatCannotHold() throws Exception {
    example.add(example.ris("a.ris", 1), DATABASE, "Embase");
    assertThatThrownBy(() -> example.sought(true, "1-9")).hasMessageContaining("no record 1-9");
    assertThatThrownBy(() ->
            folder.add(
                new ReviewEvent.Screened(
                    new ScreeningEvent.Undone("anna", "1-1", TITLE_ABSTRACT, example.now()))))
        .hasMessageContaining("no decision of anna");
    assertThatThrownBy(
            () -> folder.add(new ReviewEvent.Sought("../x", example.now(), "1-1", true, "")))
        .hasMessageContaining("cannot name a log");
    assertThat(folder.path().resolve("decisions")).doesNotExist();
  }

  @Test
  void namesEveryFaultWithFileLineAndColumn() throws Exception {
    example.add(example.ris("a.ris", 1), DATABASE, "Embase");
    Path decisions = Files.createDirectories(folder.path().resolve("decisions"));
    Files.writeString(
        decisions.resolve("anna.csv"),
        """
        time,action,stage,records,value,reason,detail
        2026-01-01T10:00:00Z,decide,title-abstract,1-1,perhaps,,
        yesterday,decide,title-abstract,1-1,include,,
        2026-01-01T10:00:00Z,decide,title-abstract,1-7,include,,
        2026-01-01T10:00:00Z,decide,title-abstract,,include,,
        2026-01-01T10:00:00Z,look,,,stop,,recall=2
        """);
    Files.writeString(folder.path().resolve("duplicates.csv"), "work,record\n1-1,1-8\n");
    assertThatThrownBy(folder::read)
        .isInstanceOfSatisfying(
            BadInputException.class,
            failure ->
                assertThat(failure.problems())
                    .extracting(Problem::file, Problem::line, Problem::column, Problem::found)
                    .containsExactly(
                        tuple("duplicates.csv", 2, "record", "1-8"),
                        tuple("decisions/anna.csv", 2, "value", "perhaps"),
                        tuple("decisions/anna.csv", 3, "time", "yesterday"),
                        tuple("decisions/anna.csv", 4, "records", "1-7"),
                        tuple("decisions/anna.csv", 5, "records", ""),
                        tuple("decisions/anna.csv", 6, "detail", "recall=2")));
  }

  @Test
  void aThirdPersonDoesNotDecideWhatTwoHaveClosed() throws Exception {
    example.add(example.ris("a.ris", 1), DATABASE, "Embase");
    example.decide("anna", TITLE_ABSTRACT, INCLUDE, "", "1-1");
    example.decide("ben", TITLE_ABSTRACT, EXCLUDE, "drug", "1-1");
    assertThatThrownBy(() -> example.decide("carl", TITLE_ABSTRACT, INCLUDE, "", "1-1"))
        .isInstanceOfSatisfying(
            WorkClosedException.class, closed -> assertThat(closed.work()).isEqualTo("1-1"));
    assertThat(folder.path().resolve("decisions/carl.csv")).doesNotExist();
    assertThat(folder.read().board(TITLE_ABSTRACT).outcome("1-1")).isEqualTo(Outcome.CONFLICT);
    folder.add(
        new ReviewEvent.Screened(
            new ScreeningEvent.Resolved("carl", "1-1", TITLE_ABSTRACT, true, "", example.now())));
    assertThat(folder.read().board(TITLE_ABSTRACT).outcome("1-1")).isEqualTo(Outcome.INCLUDED);
    assertThatThrownBy(() -> example.decide("carl", TITLE_ABSTRACT, EXCLUDE, "", "1-1"))
        .isInstanceOf(WorkClosedException.class);
    example.decide("ben", TITLE_ABSTRACT, INCLUDE, "", "1-1");
    folder.add(
        new ReviewEvent.Screened(
            new ScreeningEvent.Undone("anna", "1-1", TITLE_ABSTRACT, example.now())));
    example.decide("carl", TITLE_ABSTRACT, INCLUDE, "", "1-1");
    assertThat(folder.read().board(TITLE_ABSTRACT).outcome("1-1")).isEqualTo(Outcome.INCLUDED);
  }

  @Test
  void namesEveryFaultOfTheSettings() {
    assertThatThrownBy(() ->
            ReviewFolder.begin(
                place.resolve("other"),
                """
                reviewers: 3
                blinded: perhaps
                criteria:
                  exclude:
                    - {code: Not This, text: x}
                    - {code: drug}
                stopping: {recall: 1.5, confidence: 0.9}
                colour: blue
                """))
        .isInstanceOfSatisfying(
            BadInputException.class,
            failure ->
                assertThat(failure.problems())
                    .extracting(Problem::line, Problem::column, Problem::code)
                    .contains(
                        tuple(1, "title", "yaml-field-missing"),
                        tuple(1, "reviewers", "whole-number-between"),
                        tuple(2, "blinded", "one-of-expected"),
                        tuple(5, "criteria.exclude[1].code", "code-expected"),
                        tuple(6, "criteria.exclude[2].text", "yaml-field-missing"),
                        tuple(7, "stopping.recall", "share-expected"),
                        tuple(7, "stopping.looks", "yaml-field-missing"),
                        tuple(8, "colour", "yaml-field-unknown")));
    assertThat(place.resolve("other")).doesNotExist();
  }
}
