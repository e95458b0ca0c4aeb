package org.myocohort.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.Records.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.Records;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;

class TreatmentHistoryTest {

  private static Moment.Day exact(String date) {
    return new Moment.Day(LocalDate.parse(date));
  }

  @ParameterizedTest(name = "{0} to {1} on {2}: {3}, {4}")
  @CsvSource(
      textBlock =
          """
          # start, stop, day, expected, rule
          2026-01-10, 2026-02-10, 2026-01-09, FALSE,   the day before the start
          2026-01-10, 2026-02-10, 2026-01-10, TRUE,    the start
          2026-01-10, 2026-02-10, 2026-02-09, TRUE,    the last dose
          2026-01-10, 2026-02-10, 2026-02-10, FALSE,   the stop is the day after the last dose
          2026-01-10, '',         2030-01-01, TRUE,    no stop recorded: it goes on
          2026-01-10, NA,         2030-01-01, TRUE,    stop not applicable: it goes on
          2026-01-10, unknown,    2030-01-01, UNKNOWN, stopped on an unknown day
          2026-01-10, unknown,    2026-01-09, FALSE,   not yet started
          '',         2026-02-10, 2026-02-10, FALSE,   over whenever it began
          '',         2026-02-10, 2026-02-09, UNKNOWN, may not have begun
          2026-01,    2026-03,    2026-01-31, TRUE,    a month has begun by its last day
          2026-01,    2026-03,    2026-01-30, UNKNOWN, may begin on the last day of the month
          2026-01,    2026-03,    2026-02-28, TRUE,    between two months
          2026-01,    2026-03,    2026-03-01, UNKNOWN, within the month of the stop
          2026-01,    2026-03,    2026-03-31, FALSE,   the month of the stop is over
          """)
  void courseRunsFromItsStartUntilItsStop(
      String start, String stop, String day, Truth expected, String rule) {
    PatientRecord patient =
        new Records().given("azathioprine", "100 mg", "oral", Frequency.DAILY, start, stop).build();

    assertThat(TreatmentHistory.runningOn(patient.treatments().getFirst(), day(day)))
        .as(rule)
        .isEqualTo(expected);
  }

  @Test
  void singleDoseRunsOnItsDayOnly() {
    PatientRecord patient =
        new Records().given("rituximab", "1 g", "iv", Frequency.ONCE, "2026-01-10", "").build();

    assertThat(TreatmentHistory.runningOn(patient.treatments().getFirst(), day("2026-01-10")))
        .isEqualTo(Truth.TRUE);
    assertThat(TreatmentHistory.runningOn(patient.treatments().getFirst(), day("2026-01-11")))
        .isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest(name = "{0} {1}: {2} mg a day")
  @CsvSource(
      textBlock =
          """
          # dose, frequency, mg a day with a weight of 62 kg at the start
          100 mg,    DAILY,           100
          0.5 g,     DAILY,           500
          1 g,       TWICE_DAILY,     2000
          100 mg,    EVERY_OTHER_DAY, 50
          14 mg,     WEEKLY,          2
          1 mg/kg,   DAILY,           62
          0.4 g/kg,  DAILY,           24800
          1 g,       ONCE,            1000
          1000 mg/m2, MONTHLY,        ''
          '',        DAILY,           ''
          """)
  void doseOfADayIsInMilligrams(String dose, Frequency frequency, String expected) {
    PatientRecord patient =
        new Records()
            .measured("weight", "2025-06-01", "70", "kg")
            .measured("weight", "2026-01-10", "62000", "g")
            .measured("weight", "2026-01-11", "55", "kg")
            .given("azathioprine", dose, "oral", frequency, "2026-01-10", "")
            .build();

    assertThat(
            TreatmentHistory.dailyDoseMilligrams(patient.treatments().getFirst(), patient)
                .map(daily -> daily.stripTrailingZeros().toPlainString())
                .orElse(""))
        .isEqualTo(expected);
  }

  @Test
  void doseByWeightWithoutAWeightBeforeTheStartIsNotKnown() {
    PatientRecord patient =
        new Records()
            .measured("weight", "2026-01-11", "55", "kg")
            .given("prednisone", "1 mg/kg", "oral", Frequency.DAILY, "2026-01-10", "")
            .build();

    assertThat(TreatmentHistory.dailyDoseMilligrams(patient.treatments().getFirst(), patient))
        .isEmpty();
    assertThat(TreatmentHistory.prednisoneEquivalentOn(patient, day("2026-01-10"))).isEmpty();
    assertThat(TreatmentHistory.prednisoneEquivalentOn(patient, day("2026-01-09")))
        .hasValue(BigDecimal.ZERO);
  }

  @Test
  void glucocorticoidCoursesOfADayAddUpAsPrednisone() {
    PatientRecord patient =
        new Records()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01-01", "")
            .given(
                "methylprednisolone", "1000 mg", "iv", Frequency.DAILY, "2026-02-01", "2026-02-04")
            .given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-01", "")
            .build();

    assertThat(TreatmentHistory.prednisoneEquivalentOn(patient, day("2026-02-03")).orElseThrow())
        .isEqualByComparingTo("1260");
    assertThat(TreatmentHistory.prednisoneEquivalentOn(patient, day("2026-02-04")).orElseThrow())
        .isEqualByComparingTo("10");
  }

  @Test
  void nothingIsKnownWithoutAnyTreatmentRow() {
    PatientRecord patient = new Records().build();

    assertThat(TreatmentHistory.prednisoneEquivalentOn(patient, day("2026-02-03"))).isEmpty();
    assertThat(TreatmentHistory.glucocorticoidFree(patient, exact("2026-02-03")))
        .isEqualTo(Truth.UNKNOWN);
  }

  /// instruments.md 8.3: methylprednisolone 1000 mg x 3 d = 3750 mg prednisone-eq.
  @Test
  void threePulsesAre3750Milligrams() {
    PatientRecord patient =
        new Records()
            .given(
                "methylprednisolone", "1000 mg", "iv", Frequency.DAILY, "2026-01-01", "2026-01-04")
            .given("prednisone", "50 mg", "oral", Frequency.DAILY, "2026-01-04", "2026-01-05")
            .build();

    CumulativeDose dose =
        TreatmentHistory.cumulativePrednisoneEquivalent(
            patient, exact("2026-01-01"), exact("2027-01-01"));

    assertThat(dose.intravenous().orElseThrow()).isEqualByComparingTo("3750");
    assertThat(dose.total().orElseThrow()).isEqualByComparingTo("3800");
  }

  /// instruments.md 8.3: prednisone 60 mg x 28 d, then 40 x 14 d = 1680 + 560 = 2240 mg.
  @Test
  void sixWeeksOfATaperAre2240Milligrams() {
    PatientRecord patient =
        new Records()
            .given("prednisone", "60 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-01-29")
            .given("prednisone", "40 mg", "oral", Frequency.DAILY, "2026-01-29", "2026-02-12")
            .build();

    assertThat(
            TreatmentHistory.cumulativePrednisoneEquivalent(
                    patient, exact("2026-01-01"), exact("2026-02-12"))
                .total()
                .orElseThrow())
        .isEqualByComparingTo("2240");
    assertThat(
            TreatmentHistory.cumulativePrednisoneEquivalent(
                    patient, exact("2026-01-28"), exact("2026-01-30"))
                .total()
                .orElseThrow())
        .as("a day at 60 mg and a day at 40 mg; the end is excluded")
        .isEqualByComparingTo("100");
  }

  @Test
  void impreciseDatesLeaveTheSumOpenAndNameTheCourse() {
    PatientRecord patient =
        new Records()
            .given("prednisone", "10 mg", "oral", Frequency.DAILY, "2026-01", "2026-03")
            .given("dexamethasone", "", "oral", Frequency.DAILY, "2026-02-01", "2026-02-02")
            .build();

    CumulativeDose dose =
        TreatmentHistory.cumulativePrednisoneEquivalent(
            patient, exact("2026-01-01"), exact("2026-12-31"));

    assertThat(dose.total()).isEmpty();
    // from 31 January up to 28 February
    assertThat(dose.atLeast()).isEqualByComparingTo("290");
    assertThat(dose.open()).extracting(row -> row.id()).containsExactly("t1", "t2");
  }

  @ParameterizedTest(name = "stopped {0}, on {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # stop, day, expected
          2026-01-01, 2026-01-28, FALSE
          2026-01-01, 2026-01-29, TRUE
          2026-01-01, 2026-06-01, TRUE
          NA,         2026-06-01, FALSE
          2026-01,    2026-02-10, UNKNOWN
          """)
  void glucocorticoidFreeAfter28DaysWithout(String stop, String day, Truth expected) {
    PatientRecord patient =
        new Records()
            .given("prednisone", "5 mg", "oral", Frequency.DAILY, "2025-01-01", stop)
            .build();

    assertThat(TreatmentHistory.glucocorticoidFree(patient, exact(day))).isEqualTo(expected);
  }
}
