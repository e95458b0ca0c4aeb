package org.myocohort.evidence.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.evidence.record.Author;

class NormalisedFieldsTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Über <i>IL-1β</i> &amp; TNF-α      | uber il 1 beta and tnf alpha
          Müller's “study”: 2nd part         | mullers study 2 nd part
          p < 0.05 and CO₂                    | p 0 05 and co 2
          treat­ment                          | treatment
          Łódź, Ørsted, straße                | lodz orsted strasse
          多发性肌炎                           | 多 发 性 肌 炎
          Полимиозит                          | полимиозит
          """)
  void textIsFolded(String text, String folded) {
    assertThat(Letters.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "paediatric, pediatric, true",
    "hemoglobinuria, hemoglobinura, true",
    "typical, atypical, false",
    "hypertension, hypotension, false",
    "intravenous, intervenous, false",
    "male, mole, false",
    "symptomatic, asymptomatic, false",
    "staphylococcin, staphylococcus, true",
    "sensitive, resistant, false"
  })
  void aWordSpeltOtherwiseIsToldFromAnotherWord(String first, String second, boolean alike) {
    assertThat(Spelling.alike(first, second)).isEqualTo(alike);
  }

  @ParameterizedTest(name = "{0} is {1} to {2}")
  @CsvSource({
    "482-91, 482, 491",
    "S482-S491, 482, 491",
    "376 -- 383, 376, 383",
    "PI54-9, 54, 59",
    "e182-5, 182, 185",
    "800, 800, 800",
    "1049‐1058, 1049, 1058",
    "01-Jun, 1, 6",
    "Jan-17, 1, 17",
    "CD006828, 6828, 6828"
  })
  void pagesAreReadInEveryWriting(String pages, String first, String last) {
    PageSpan span = Objects.requireNonNull(PageSpan.of(pages));

    assertThat(span.first()).isEqualTo(first);
    assertThat(span.last()).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"No-Specified", "iii--xi", "''", "N.PAG-N.PAG"})
  void pagesWithoutANumberAreNotGiven(String pages) {
    assertThat(PageSpan.of(pages)).isNull();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          N Engl J Med                     | New England Journal of Medicine            | SAME
          New Engl J Med                   | The New England journal of medicine        | SAME
          PNAS                             | Proceedings of the National Academy of Sciences | DIFFERENT
          JPEN. Journal of parenteral and enteral nutrition | Jpen: Journal of Parenteral & Enteral Nutrition | SAME
          Lancet (london, england)         | The Lancet                                 | SAME
          Jthoraccardiovascsurg            | Journal of Thoracic & Cardiovascular Surgery | SAME
          Amcis 2017 Proceedings           | Americas Conference on Information Systems | SAME
          Pediatric Nephrology.Conference: 44th Annual Scientific Meeting | Pediatric Nephrology. | SAME
          Lancet                           | Lancet Oncology                            | PART
          Journal of Digital Studies       | Workshop of Digital Studies                | DIFFERENT
          Rheumatology                     | Muscle & Nerve                             | DIFFERENT
          """)
  void journalsAreEqualInFullAndAbbreviated(String one, String other, SourceName.Match match) {
    assertThat(source(one).match(source(other))).isEqualTo(match);
  }

  private static SourceName source(String name) {
    return SourceName.of(name, null, List.of());
  }

  @Test
  void aSerialNumberOutweighsTheName() {
    assertThat(
            SourceName.of("Ai zheng", null, List.of("1000467X"))
                .match(SourceName.of("Chinese Journal of Cancer", null, List.of("1000467X"))))
        .isEqualTo(SourceName.Match.SAME);
  }

  @Test
  void authorsAreTheSameInEveryOrderAndWriting() {
    Vocabulary vocabulary = new Vocabulary();
    AuthorNames full =
        AuthorNames.of(
            List.of(
                Author.person("Abrahão", "Bruno"),
                Author.person("Parigi", "Paolo"),
                Author.person("Cook", "Karen S.")),
            vocabulary);
    AuthorNames short1 =
        AuthorNames.of(
            List.of(Author.person("B. Abrahao", ""), Author.person("P. Parigi", "")), vocabulary);
    AuthorNames together =
        AuthorNames.of(List.of(Author.person("Abrahao B.Parigi P.Cook K. S.", "")), vocabulary);

    assertThat(full.shared(short1, vocabulary)).isEqualTo(1);
    assertThat(full.shared(together, vocabulary)).isEqualTo(1);
    assertThat(together.size()).isEqualTo(3);
    assertThat(full.sameFirst(together, vocabulary)).isTrue();
  }

  @Test
  void aNamesakeWithOtherInitialsIsAnotherAuthor() {
    Vocabulary vocabulary = new Vocabulary();

    assertThat(
            AuthorNames.of(List.of(Author.person("Hall", "Laura L")), vocabulary)
                .shared(
                    AuthorNames.of(List.of(Author.person("Hall", "Gillian")), vocabulary),
                    vocabulary))
        .isZero();
  }

  @Test
  void nobodyIsNoAuthor() {
    assertThat(
            AuthorNames.of(
                    List.of(Author.person("UNKNOWN", ""), Author.person("et al", "")),
                    new Vocabulary())
                .unknown())
        .isTrue();
  }
}
