package org.myocohort.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.vocabulary.Vocabulary.Term;

class VocabularyTest {

  private static final Map<String, Vocabulary> ALL =
      Map.of(
          "antibodies", Vocabulary.antibodies(),
          "findings", Vocabulary.findings(),
          "drugs", Vocabulary.drugs(),
          "measurements", Vocabulary.measurements());

  private static Vocabulary vocabulary(String name) {
    return Objects.requireNonNull(ALL.get(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"antibodies", "findings", "drugs", "measurements"})
  void everyWordOfATermStandsForIt(String name) {
    Vocabulary vocabulary = vocabulary(name);
    assertThat(vocabulary.terms()).hasSizeGreaterThan(20);
    for (Term term : vocabulary.terms()) {
      assertThat(term.name("en")).as(term.code()).isNotBlank();
      assertThat(term.name("it")).as(term.code()).isNotBlank();
      assertThat(vocabulary.term(term.code())).isEqualTo(term);
      assertThat(vocabulary.find(term.code())).hasValue(term);
      assertThat(vocabulary.find(term.name("en"))).hasValue(term);
      assertThat(vocabulary.find(term.name("it"))).hasValue(term);
      for (String synonym : term.list("synonyms")) {
        assertThat(vocabulary.find(synonym)).as(synonym).hasValue(term);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"counts_as", "leaves_open"})
  void everyFindingReferredToExists(String column) {
    List<String> referred =
        Vocabulary.findings().terms().stream().flatMap(term -> term.list(column).stream()).toList();

    assertThat(referred)
        .isNotEmpty()
        .allSatisfy(code -> assertThat(Vocabulary.findings().term(code).code()).isEqualTo(code));
  }

  @Test
  void noFindingCountsAsItself() {
    for (Term term : Vocabulary.findings().terms()) {
      List<String> open = new ArrayList<>(term.list("counts_as"));
      for (int i = 0; i < open.size(); i++) {
        assertThat(open.get(i)).isNotEqualTo(term.code());
        assertThat(open).as("a way up from %s ends", term.code()).hasSizeLessThan(10);
        open.addAll(Vocabulary.findings().term(open.get(i)).list("counts_as"));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      textBlock =
          """
          antibodies,   anti-PL12,            anti-PL-12
          antibodies,   Anti-Jo1,             anti-Jo-1
          antibodies,   PL 7,                 anti-PL-7
          antibodies,   'anti-jo-1 ',         anti-Jo-1
          findings,     mechanic's hands,     mechanics-hands
          findings,     MECHANICS HANDS,      mechanics-hands
          findings,     interstitial lung disease, ILD
          findings,     Raynaud phenomenon,   raynaud
          findings,     artrite,              arthritis
          drugs,        MTX,                  methotrexate
          drugs,        Kineret,              anakinra
          drugs,        IVIG,                 intravenous immunoglobulins
          measurements, 2157-6,               ck
          measurements, FVC % predicted,      fvc-percent
          measurements, FVC,                  fvc
          """)
  void wordsMatchWithoutCaseSpacesHyphensAndApostrophes(String name, String word, String code) {
    assertThat(vocabulary(name).find(word)).map(Term::code).hasValue(code);
  }

  @ParameterizedTest(name = "{0}: {1}, did you mean {2}")
  @CsvSource(
      textBlock =
          """
          drugs,      anakirna,    anakinra
          drugs,      methotrexat, methotrexate
          findings,   artritis,    arthritis
          findings,   myosistis,   myositis
          antibodies, anti-PL-13,  anti-PL-12
          """)
  void typingErrorsGetASuggestionAndAreNotAccepted(String name, String word, String code) {
    assertThat(vocabulary(name).find(word)).isEmpty();
    assertThat(vocabulary(name).suggestion(word)).hasValue(code);
  }

  @Test
  void whatIsFarFromEveryWordGetsNoSuggestion() {
    assertThat(Vocabulary.drugs().suggestion("chocolate cake")).isEmpty();
  }

  @Test
  void unknownCodeIsRefused() {
    assertThatThrownBy(() -> Vocabulary.drugs().term("aspirine"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aspirine");
  }

  @Test
  void exactlyTheGlucocorticoidsHaveAPrednisoneEquivalent() {
    for (Term drug : Vocabulary.drugs().terms()) {
      if (drug.cell("class").equals("glucocorticoid")) {
        assertThat(new BigDecimal(drug.cell("prednisone_5mg"))).as(drug.code()).isPositive();
      } else {
        assertThat(drug.cell("prednisone_5mg")).as(drug.code()).isEmpty();
      }
    }
  }

  @Test
  void flagsAndClassesAreTheDocumentedOnes() {
    assertThat(Vocabulary.drugs().terms())
        .allSatisfy(drug -> {
          assertThat(drug.cell("changes_disease")).isIn("0", "1");
          assertThat(drug.cell("class"))
              .isIn(
                  "glucocorticoid",
                  "immunosuppressant",
                  "biologic",
                  "immunoglobulin",
                  "other",
                  "comedication");
        });
  }

  /// The eight of the 2014 review (Mahler), typed for the test.
  @Test
  void eightAntiSynthetaseAntibodiesAreVerified() {
    assertThat(Vocabulary.antibodies().terms())
        .filteredOn(term -> term.cell("group").equals("anti-synthetase"))
        .filteredOn(term -> term.cell("mark").equals("verified"))
        .extracting(Term::code)
        .containsExactlyInAnyOrder(
            "anti-Jo-1",
            "anti-PL-7",
            "anti-PL-12",
            "anti-OJ",
            "anti-EJ",
            "anti-KS",
            "anti-Zo",
            "anti-Ha");
  }
}
