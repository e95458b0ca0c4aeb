package org.myocohort.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Frequency;
import org.myocohort.safety.CtcaeGrades.Version;

class CtcaeLaboratoryGradesTest {

  private static final StudySettings ANAKINRA = new StudySettings("anakinra", 90, null);

  private static List<String> grades(Version version, Records records) {
    return new CtcaeLaboratoryGrades(version)
        .assess(records.build(), ANAKINRA).stream()
            .map(answer ->
                answer.parts().getFirst().code() + " " + answer.at() + " " + answer.category())
            .toList();
  }

  /// instruments.md 8.1: ANC 1.2, LLN 2.0 -> v5 G2, v6 G1; platelets 74 -> G2.
  @Test
  void countsGradeByTheirVersion() {
    Records records =
        new Records()
            .measured("neutrophils", "2026-03-01", "1.2", "10*9/L", "2.0", "7.5")
            .measured("platelets", "2026-03-02", "74000", "/uL", "150000", "400000");

    assertThat(grades(Version.V5, records))
        .containsExactly("neutrophils 2026-03-01 grade-2", "platelets 2026-03-02 grade-2");
    assertThat(grades(Version.V6, records))
        .containsExactly("neutrophils 2026-03-01 grade-1", "platelets 2026-03-02 grade-2");
  }

  /// instruments.md 8.1: ALT 130, ULN 40: baseline 35 -> 3.25 x ULN -> G2; baseline 100 -> 1.3 x
  /// baseline -> v5 none, v6 G1. The baseline is the last value up to the first dose.
  @Test
  void aminotransferasesGradeAgainstTheValueBeforeTheFirstDose() {
    Records normal = alanine("100", "35");
    Records abnormal = alanine("35", "100");

    assertThat(grades(Version.V5, normal)).containsExactly("alt 2026-04-01 grade-2");
    assertThat(grades(Version.V5, abnormal)).containsExactly("alt 2026-04-01 grade-0");
    assertThat(grades(Version.V6, abnormal)).containsExactly("alt 2026-04-01 grade-1");
  }

  private static Records alanine(String first, String baseline) {
    return new Records()
        .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-03-10", "")
        .measured("alt", "2026-01-01", first, "U/L", "", "40")
        .measured("alt", "2026-03-10", baseline, "U/L", "", "40")
        .measured("alt", "2026-04-01", "130", "U/L", "", "40");
  }

  /// instruments.md 8.1: creatinine 1.9, ULN 1.2, baseline 0.8 -> G2.
  @Test
  void creatinineGradesAgainstLimitAndBaseline() {
    Records records =
        new Records()
            .measured("creatinine", "2026-01-01", "0.8", "mg/dL", "", "1.2")
            .measured("creatinine", "2026-04-01", "1.9", "mg/dL", "", "1.2");

    assertThat(grades(Version.V5, records))
        .containsExactly("creatinine 2026-01-01 grade-0", "creatinine 2026-04-01 grade-2");
    assertThat(grades(Version.V6, records)).isEmpty();
  }

  @Test
  void limitsConvertWithTheValue() {
    Records records = new Records().measured("ck", "2026-03-01", "50", "ukat/L", "", "3");

    assertThat(grades(Version.V5, records)).containsExactly("ck 2026-03-01 grade-4");
  }

  @Test
  void creatineKinaseIsDiseaseAndAminotransferasesMayBeMuscle() {
    Records records = alanine("35", "35").measured("ck", "2026-04-02", "3000", "U/L", "", "200");

    List<Assessment> answers =
        new CtcaeLaboratoryGrades(Version.V5).assess(records.build(), ANAKINRA);

    assertThat(answers.getFirst().notes())
        .extracting(note -> note.code() + note.values())
        .containsExactly("ctcae-version[5.0]", "aminotransferase-may-be-muscle[3000]");
    assertThat(answers.getLast().notes())
        .extracting(note -> note.code())
        .containsExactly("ctcae-version", "ck-is-disease-not-toxicity");
    assertThat(new CtcaeLaboratoryGrades(Version.V5).assess(alanine("35", "35").build(), ANAKINRA))
        .first()
        .satisfies(answer ->
            assertThat(answer.notes())
                .extracting(note -> note.code())
                .contains("aminotransferase-without-ck"));
  }

  @Test
  void missingLimitLeavesTheGradeOpenAndNamesIt() {
    Assessment answer =
        new CtcaeLaboratoryGrades(Version.V5)
            .assess(
                new Records().measured("neutrophils", "2026-03-01", "1.8", "10*9/L").build(),
                ANAKINRA)
            .getFirst();

    assertThat(answer.status()).isEqualTo(Status.PARTIAL);
    assertThat(Records.bounds(answer)).isEqualTo("0 to 1");
    assertThat(answer.category()).isEqualTo(Assessment.UNDETERMINED);
    assertThat(answer.missing()).extracting(input -> input.column()).containsExactly("lower_limit");
  }

  @Test
  void unitOfAnotherKindIsNotGraded() {
    Assessment answer =
        new CtcaeLaboratoryGrades(Version.V5)
            .assess(
                new Records().measured("creatinine", "2026-03-01", "106", "mm", "", "106").build(),
                ANAKINRA)
            .getFirst();

    assertThat(answer.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(answer.missing()).extracting(input -> input.column()).contains("unit");
  }
}
