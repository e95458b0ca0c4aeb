package org.myocohort.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Sex;

class AnakinraDosingTest {

  private static List<Assessment> assess(Records records) {
    return new AnakinraDosing().assess(records.build(), StudySettings.DEFAULT);
  }

  /// instruments.md 8.2: monitoring schedule of a start on 2026-01-10.
  @Test
  void neutrophilsAreDueMonthlyThenQuarterly() {
    assertThat(AnakinraDosing.neutrophilSchedule(LocalDate.of(2026, 1, 10)))
        .extracting(LocalDate::toString)
        .containsExactly(
            "2026-01-10",
            "2026-02-10",
            "2026-03-10",
            "2026-04-10",
            "2026-07-10",
            "2026-10-10",
            "2027-01-10");
  }

  @Test
  void monthWithoutTheDayTakesItsLastDay() {
    assertThat(AnakinraDosing.neutrophilSchedule(LocalDate.of(2026, 1, 31)).get(1))
        .isEqualTo(LocalDate.of(2026, 2, 28));
  }

  /// instruments.md 8.2: woman of 65, 60 kg, 2.2 mg/dL -> 24.1 mL/min -> prompt; man of 55, 80 kg,
  /// 1.0 mg/dL -> 94.4 -> none.
  @Test
  void clearanceBelow30PromptsEveryOtherDay() {
    Records woman =
        new Records()
            .sex(Sex.FEMALE)
            .born("1961-01-01")
            .measured("weight", "2026-01-01", "60", "kg")
            .measured("creatinine", "2026-01-20", "2.2", "mg/dL")
            .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-01-10", "");
    Records man =
        new Records()
            .sex(Sex.MALE)
            .born("1971-01-01")
            .measured("weight", "2026-01-01", "80", "kg")
            .measured("creatinine", "2026-01-20", "1.0", "mg/dL")
            .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-01-10", "");

    assertThat(assess(woman).getLast().category()).isEqualTo(AnakinraDosing.EVERY_OTHER_DAY);
    assertThat(assess(man).getLast().category()).isEqualTo(AnakinraDosing.NO_PROMPT);
  }

  @Test
  void creatinineOutsideTheCourseIsNotAskedAbout() {
    Records records =
        new Records()
            .sex(Sex.FEMALE)
            .born("1961-01-01")
            .measured("weight", "2026-01-01", "60", "kg")
            .measured("creatinine", "2026-01-09", "2.2", "mg/dL")
            .measured("creatinine", "2026-02-01", "2.2", "mg/dL")
            .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-01-10", "2026-02-01");

    assertThat(assess(records)).hasSize(1);
  }

  @Test
  void countsThatAreMissingAreNamedAsLongAsTheDrugRuns() {
    Records records =
        new Records()
            .given("anakinra", "100 mg", "sc", Frequency.DAILY, "2026-01-10", "2026-03-20")
            .given("etanercept", "50 mg", "sc", Frequency.WEEKLY, "2025-01-01", "")
            .measured("neutrophils", "2025-12-31", "4", "10*9/L")
            .measured("neutrophils", "2026-02-20", "4", "10*9/L");

    Assessment monitoring = assess(records).getFirst();

    assertThat(monitoring.category()).isEqualTo("neutrophils-incomplete");
    assertThat(monitoring.parts())
        .extracting(part -> part.code() + " " + part.truth())
        .containsExactly(
            "neutrophils-month-0 TRUE", "neutrophils-month-1 TRUE", "neutrophils-month-2 UNKNOWN");
    assertThat(monitoring.notes())
        .extracting(note -> note.code())
        .containsExactly("neutrophils-due", "anakinra-with-tnf-inhibitor");
  }

  @Test
  void patientWithoutAnakinraHasNoAnswer() {
    assertThat(assess(new Records().measured("creatinine", "2026-01-20", "2.2", "mg/dL")))
        .isEmpty();
  }
}
