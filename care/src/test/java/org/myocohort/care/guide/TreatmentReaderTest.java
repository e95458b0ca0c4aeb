package org.myocohort.care.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.source.Sources;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

class TreatmentReaderTest {
  private static final String GOOD =
      """
      name: sample
      class: biologic
      en: Sample
      it: Campione
      drugs: [anakinra]
      checked: 2026-11-22
      statements:
        - id: sample.dose
          kind: schedule
          en: 100 mg a day
          it: 100 mg al giorno
          mark: verified
          source: letter
          place: Table
        - id: sample.pair
          kind: caution-drug
          with: [etanercept]
          en: Not together
          it: Non insieme
          mark: memory
          source: memory
          place: general knowledge
      """;

  private static List<Problem> problems(String text) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("sample.yaml", text);
    return catchThrowableOfType(BadInputException.class, () -> Guide.read(files, Sources.shipped()))
        .problems();
  }

  private static List<String> codes(String text) {
    return problems(text).stream().map(Problem::code).toList();
  }

  @Test
  void aGoodFileIsRead() throws BadInputException {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("sample.yaml", GOOD);
    Treatment treatment = Guide.read(files, Sources.shipped()).find("sample").orElseThrow();
    assertThat(treatment.statements()).hasSize(2);
    assertThat(treatment.statements().getFirst().read()).isPresent();
    assertThat(treatment.statements().getLast().read()).isEmpty();
    assertThat(treatment.statements().getLast().checked()).isEqualTo("2026-11-22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    source: letter\n",
        "    place: Table\n",
        "    it: 100 mg al giorno\n",
        "    mark: verified\n",
        "    kind: schedule\n",
      })
  void nothingOfAStatementMayBeMissing(String line) {
    assertThat(codes(GOOD.replace(line, ""))).contains("yaml-field-missing");
  }

  @Test
  void aSourceMustBeKnown() {
    assertThat(codes(GOOD.replace("source: letter", "source: hearsay")))
        .containsExactly("guide-source-unknown");
  }

  @Test
  void nothingIsVerifiedOnASourceThatNobodyRead() {
    assertThat(codes(GOOD.replace("source: letter", "source: memory")))
        .containsExactly("guide-source-not-read");
    // Not even with a day of its own.
    assertThat(codes(GOOD.replace("source: letter", "source: memory\n    read: 2026-11-22")))
        .containsExactly("guide-source-not-read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 mg a day
          1 g in the vein
          0.5-1 mg/kg a day
          5mg
          1000 IU of vitamin D
          1000 UI di vitamina D
          0.5 g/m2 monthly
          750 mg/m² monthly
          2 mL twice
          5-10 ng/ml trough
          40 units
          """)
  void aDoseStandsInAVerifiedStatementOnly(String dose) {
    String other = GOOD.replace("Not together", "Not together, " + dose);
    assertThat(codes(other)).containsExactly("guide-dose-not-verified");
    String italian = GOOD.replace("Non insieme", "Non insieme, " + dose);
    assertThat(codes(italian)).containsExactly("guide-dose-not-verified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 weeks", "88 % of 26 patients", "2 glasses", "grade 3 later", "6 lungs"})
  void aNumberThatIsNoDoseMayStandAnywhere(String number) throws BadInputException {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    files.put("sample.yaml", GOOD.replace("Not together", number));
    assertThat(Guide.read(files, Sources.shipped()).treatments()).hasSize(1);
  }

  @Test
  void aDrugMustBeOneOfTheVocabularyByItsCode() {
    assertThat(codes(GOOD.replace("drugs: [anakinra]", "drugs: [anakinra, aspirin]")))
        .containsExactly("guide-drug-unknown");
    assertThat(codes(GOOD.replace("drugs: [anakinra]", "drugs: [kineret]")))
        .containsExactly("guide-drug-unknown");
  }

  @Test
  void anIdStandsOnceAndBeginsWithTheTreatment() {
    assertThat(codes(GOOD.replace("id: sample.pair", "id: sample.dose")))
        .containsExactly("guide-id-twice");
    assertThat(codes(GOOD.replace("id: sample.pair", "id: other.pair")))
        .containsExactly("guide-id-of-treatment");
  }

  @Test
  void aCautionNamesInWhomOrWithWhatAndEvidenceItsStudy() {
    assertThat(codes(GOOD.replace("    with: [etanercept]\n", "")))
        .containsExactly("yaml-field-missing");
    assertThat(codes(GOOD.replace("kind: schedule", "kind: evidence")))
        .containsExactly("yaml-field-missing");
    assertThat(codes(GOOD.replace("kind: schedule", "kind: caution-phenotype")))
        .containsExactly("yaml-field-missing");
  }

  @Test
  void whatIsReferredToMustBeThereAndDifferencesGoBothWays() {
    String differs = "place: Table\n    differs_from: [sample.pair]";
    assertThat(codes(GOOD.replace("place: Table", differs)))
        .containsExactly("guide-differs-one-way");
    assertThat(codes(GOOD.replace("place: Table", "place: Table\n    contradicted_by: [gone]")))
        .containsExactly("guide-id-unknown");
  }

  @Test
  void theFileBearsTheNameOfItsTreatmentAndAProblemItsLine() {
    List<Problem> found = problems(GOOD.replace("kind: schedule", "kind: rumour"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().line()).isEqualTo(9);
    assertThat(found.getFirst().code()).isEqualTo("one-of-expected");
    assertThat(codes(GOOD.replace("name: sample", "name: other"))).contains("guide-name-of-file");
  }
}
