package org.myocohort.care.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

/// The shipped pages; what is wrong with them fails the build.
class LibraryTest {
  private static final List<String> TREATMENTS =
      List.of(
          "glucocorticoids-oral",
          "glucocorticoid-pulses",
          "azathioprine",
          "mycophenolate",
          "tacrolimus",
          "cyclosporine",
          "methotrexate",
          "cyclophosphamide",
          "rituximab",
          "immunoglobulin",
          "plasma-exchange",
          "tnf-inhibitors",
          "anakinra",
          "jak-inhibitors",
          "anti-fibrotics",
          "physiotherapy",
          "occupational-therapy",
          "pulmonary-rehabilitation",
          "oxygen",
          "lung-transplant");

  @ParameterizedTest
  @EnumSource
  void nothingIsWrongWithTheShippedFiles(PageLanguage language) throws IOException {
    List<Problem> problems = List.of();
    try {
      Library.read(language, LibraryTest::shipped, Sources.shipped());
    } catch (BadInputException wrong) {
      problems = wrong.problems();
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyPageReadsEasily(PageLanguage language) {
    List<String> tooHard = new ArrayList<>();
    for (Page page : Library.in(language).pages()) {
      Readability text = page.readability();
      if (!language.isEasy(text)) {
        tooHard.add(String.format(Locale.ROOT, "%s %.1f", page.name(), language.reading(text)));
      }
    }
    assertThat(tooHard).as("pages beyond %s", language.limit()).isEmpty();
  }

  /// A list of names reads easily by the formulas; so the prose has to hold alone, too.
  @ParameterizedTest
  @EnumSource
  void everyPageReadsEasilyWithoutItsLists(PageLanguage language) {
    assertThat(Library.in(language).pages())
        .map(LibraryTest::prose)
        .filteredOn(prose -> !prose.isEmpty())
        .map(Readability::of)
        .allMatch(language::isEasy);
  }

  private static List<String> prose(Page page) {
    return page.blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .flatMap(block -> block.statements().stream())
        .map(Statement::text)
        .toList();
  }

  @Test
  void bothLanguagesHoldTheSamePagesInTheSameOrder() {
    assertThat(Library.in(PageLanguage.ITALIAN).pages())
        .extracting(Page::name, Page::kind, Page::written)
        .isEqualTo(
            Library.in(PageLanguage.ENGLISH).pages().stream()
                .map(page -> tuple(page.name(), page.kind(), page.written()))
                .toList());
  }

  /// A sentence that one language has and the other has not, or with another source, is an error of
  /// translation.
  @Test
  void bothLanguagesSayTheSameSentencesFromTheSameSources() {
    List<String> different = new ArrayList<>();
    for (Page english : Library.in(PageLanguage.ENGLISH).pages()) {
      Page italian = Library.in(PageLanguage.ITALIAN).find(english.name()).orElseThrow();
      if (!shape(english).equals(shape(italian))) {
        different.add(english.name());
      }
    }
    assertThat(different).isEmpty();
  }

  private static List<String> shape(Page page) {
    return page.blocks().stream().map(LibraryTest::shape).toList();
  }

  private static String shape(Block block) {
    List<String> keys =
        block.statements().stream()
            .map(one -> one.citations().stream().map(Citation::key).toList().toString())
            .toList();
    return block.getClass().getSimpleName() + keys;
  }

  @Test
  void everyFileOfAPageStandsInTheIndex() throws IOException {
    for (PageLanguage language : PageLanguage.values()) {
      Set<String> files = new TreeSet<>();
      try (Stream<Path> found = Files.list(folder().resolve(language.code()))) {
        found.forEach(file -> files.add(Objects.toString(file.getFileName())));
      }
      assertThat(Library.in(language).pages())
          .map(page -> page.name() + ".md")
          .containsExactlyInAnyOrderElementsOf(files);
    }
  }

  @Test
  void everyKeyOfASourceIsUsed() throws IOException {
    Set<String> used = new HashSet<>();
    Library.in(PageLanguage.ENGLISH)
        .pages()
        .forEach(page -> page.citations().forEach(citation -> used.add(citation.key())));
    List<String> keys =
        Files.readAllLines(folder().resolve(Library.PLACES)).stream()
            .skip(1)
            .map(line -> line.substring(0, line.indexOf(',')))
            .toList();
    assertThat(used).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void everyTreatmentOfTheGuideHasItsPage() {
    assertThat(Library.in(PageLanguage.ENGLISH).pages(PageKind.TREATMENT))
        .map(Page::name)
        .containsExactlyElementsOf(TREATMENTS);
  }

  @ParameterizedTest
  @EnumSource
  void aPageOfATreatmentTellsAimTimeWatchAndCallEachOnce(PageLanguage language) {
    assertThat(Library.in(language).pages(PageKind.TREATMENT))
        .allSatisfy(page -> {
          List<PagePart> parts =
              page.blocks().stream()
                  .filter(Block.Heading.class::isInstance)
                  .map(block -> ((Block.Heading) block).part())
                  .filter(Objects::nonNull)
                  .toList();
          assertThat(parts)
              .as(page.name())
              .doesNotHaveDuplicates()
              .contains(PagePart.AIM, PagePart.TIME, PagePart.WATCH, PagePart.CALL)
              .startsWith(PagePart.AIM)
              .endsWith(PagePart.CALL);
        });
  }

  /// The parts are named alike in both languages, and their headings say the same everywhere.
  @Test
  void aPartHasItsNameInBothLanguages() {
    Map<String, Set<PagePart>> named = new TreeMap<>();
    for (PageLanguage language : PageLanguage.values()) {
      for (Page page : Library.in(language).pages()) {
        for (Block block : page.blocks()) {
          if (block instanceof Block.Heading(String text, PagePart part) && part != null) {
            named.computeIfAbsent(text, _ -> new TreeSet<>()).add(part);
          }
        }
      }
    }
    assertThat(named)
        .hasSize(14)
        .allSatisfy((text, parts) -> assertThat(parts).as(text).hasSize(1));
    for (Page english : Library.in(PageLanguage.ENGLISH).pages()) {
      Page italian = Library.in(PageLanguage.ITALIAN).find(english.name()).orElseThrow();
      assertThat(parts(italian)).as(english.name()).isEqualTo(parts(english));
    }
  }

  private static List<Optional<PagePart>> parts(Page page) {
    return page.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(block -> Optional.ofNullable(((Block.Heading) block).part()))
        .toList();
  }

  @Test
  void everyKindHasAPage() {
    for (PageKind kind : PageKind.values()) {
      assertThat(Library.in(PageLanguage.ENGLISH).pages(kind)).as(kind.code()).isNotEmpty();
    }
  }

  /// The frame of the page says these; twice would be once too often.
  @ParameterizedTest
  @EnumSource
  void noPageCarriesTheWordsOfItsFrame(PageLanguage language) {
    assertThat(Library.in(language).pages())
        .flatMap(Page::statements)
        .map(statement -> statement.text().toLowerCase(Locale.ROOT))
        .noneMatch(text -> text.contains("medical device") || text.contains("dispositivo medico"))
        .noneMatch(text -> text.contains("reviewed by") || text.contains("rivisto da"));
  }

  @Test
  void footnotesAreTheCitationsInTheOrderOfFirstUse() {
    Page page = Library.in(PageLanguage.ENGLISH).find("azathioprine").orElseThrow();

    assertThat(page.citations())
        .extracting(Citation::key)
        .containsExactly(
            "guide-standard",
            "acr-chest",
            "toronto-azathioprine-take",
            "toronto-azathioprine-expect",
            "toronto-azathioprine",
            "toronto-azathioprine-risks",
            "toronto-azathioprine-pregnancy",
            "toronto-azathioprine-call");
    assertThat(page.citations().getFirst().source().key()).isEqualTo("guide");
  }

  private static Optional<byte[]> shipped(String name) {
    try {
      Path file = folder().resolve(name);
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The files as they are written: a build keeps a copy of those that were taken away.
  private static Path folder() {
    return Path.of("src/main/resources/org/myocohort/care/library");
  }
}
