package org.myocohort.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.ClinicalEvent.Kind;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Truth;

/// Rules on courses and on glucocorticoid doses.
class DoseRulesTest {

  private static PatientUnderTest patient() {
    return new PatientUnderTest();
  }

  private static List<String> onlyIf(boolean fires, String finding) {
    return fires ? List.of(finding) : List.of();
  }

  private static PatientUnderTest prednisone(String... courses) {
    PatientUnderTest patient = patient();
    for (String course : courses) {
      String[] parts = course.split(" ", -1);
      patient.records.given(
          "prednisone", parts[0] + " mg", "oral", Frequency.DAILY, parts[1], parts[2]);
    }
    return patient;
  }

  /// A rise must be more than fourfold and more than 40 mg.
  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "12, 52, false",
    "12, 52.5, true",
    "10, 50, false",
    "10, 50.5, true",
    "20, 80, false",
    "20, 80.5, true",
    "0, 80, false"
  })
  void aSteepRiseOfTheGlucocorticoidDoseIsAWarning(String before, String after, boolean fires) {
    assertThat(prednisone(before + " 2026-01-01 2026-02-01", after + " 2026-02-01 NA").found())
        .isEqualTo(onlyIf(fires, "dose-jump t2/dose"));
  }

  @Test
  void theRiseIsThatOfAllGlucocorticoidsAsPrednisone() {
    PatientUnderTest patient = prednisone("10 2026-01-01 2026-02-01");
    // 48 mg of methylprednisolone are 60 mg of prednisone.
    patient.records.given("methylprednisolone", "48 mg", "oral", Frequency.DAILY, "2026-02-01", "");
    assertThat(patient.found()).containsExactly("dose-jump t2/dose");
    assertThat(patient.findings(StudySettings.DEFAULT).getFirst().values())
        .containsExactly("10", "60", "2026-02-01");
  }

  @Test
  void intravenousPulsesAndImpreciseDatesAreNoRise() {
    PatientUnderTest pulse = prednisone("10 2026-01-01 NA");
    pulse.records.given(
        "methylprednisolone", "1 g", "iv", Frequency.DAILY, "2026-02-01", "2026-02-04");
    assertThat(pulse.found()).isEmpty();
    assertThat(prednisone("10 2026-01-01 2026-02", "60 2026-02-10 NA").found()).isEmpty();
  }

  @ParameterizedTest(name = "flare on {0}: {1}")
  @CsvSource({
    "2026-01-02, dose-jump-at-flare",
    "2026-01-01, dose-jump",
    "2026-03-03, dose-jump-at-flare",
    "2026-03-04, dose-jump"
  })
  void aRiseNearAFlareIsOnlyNoted(String flare, String code) {
    assertThat(
            prednisone("5 2025-01-01 2026-02-01", "60 2026-02-01 NA")
                .event(Kind.FLARE, flare)
                .found())
        .containsExactly(code + " t2/dose");
  }

  @ParameterizedTest(name = "{0} mg from {1}: {2}")
  @CsvSource({
    "20, 2026-01-01, true",
    "19.5, 2026-01-01, false",
    "50, 2026-02-08, true",
    "50, 2026-02-09, false"
  })
  void stoppingWithoutATaperIsAWarning(String dose, String start, boolean fires) {
    assertThat(prednisone(dose + " " + start + " 2026-03-01").found())
        .isEqualTo(onlyIf(fires, "abrupt-stop t1/stop"));
  }

  @ParameterizedTest(name = "next course from {0}: {1}")
  @CsvSource({"2026-03-01, false", "2026-03-08, false", "2026-03-09, true", "2026-03, false"})
  void aGapOfAWeekIsLetPass(String next, boolean fires) {
    assertThat(prednisone("40 2026-01-01 2026-03-01", "10 " + next + " NA").found())
        .isEqualTo(onlyIf(fires, "abrupt-stop t1/stop"));
  }

  @ParameterizedTest(name = "died {0}: {1}")
  @CsvSource({"2026-03-01, false", "2026-03-08, false", "2026-03-09, true"})
  void aStopAtDeathIsNotAbrupt(String death, boolean fires) {
    assertThat(prednisone("40 2026-01-01 2026-03-01").died(death).found())
        .isEqualTo(onlyIf(fires, "abrupt-stop t1/stop"));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "prednisone, 200, oral, false",
    "prednisone, 200.5, oral, true",
    "methylprednisolone, 160, oral, false",
    "methylprednisolone, 161, oral, true",
    "methylprednisolone, 1000, iv, false"
  })
  void anOralDoseAbove200MilligramsOfPrednisoneIsAWarning(
      String drug, String dose, String route, boolean fires) {
    PatientUnderTest patient = patient();
    patient.records.given(drug, dose + " mg", route, Frequency.DAILY, "2026-01-01", "");
    assertThat(patient.found()).isEqualTo(onlyIf(fires, "dose-high t1/dose"));
  }

  @ParameterizedTest
  @EnumSource
  void methotrexateIsAWeeklyDrug(Frequency frequency) {
    PatientUnderTest patient = patient();
    patient.records.given("methotrexate", "15 mg", "oral", frequency, "2026-01-01", "");
    boolean fires =
        frequency == Frequency.DAILY
            || frequency == Frequency.TWICE_DAILY
            || frequency == Frequency.THREE_TIMES_DAILY
            || frequency == Frequency.EVERY_OTHER_DAY;
    assertThat(patient.found()).isEqualTo(onlyIf(fires, "methotrexate-not-weekly t1/frequency"));
  }

  private static PatientUnderTest azathioprine(
      String firstStop, String dose, String route, String start) {
    PatientUnderTest patient = patient();
    patient.records.given(
        "azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-01", firstStop);
    patient.records.given("azathioprine", dose + " mg", route, Frequency.DAILY, start, "");
    return patient;
  }

  @ParameterizedTest(name = "until {0}, then {1} mg {2} from {3}: {4}")
  @CsvSource({
    "2026-02-01, 150, oral, 2026-02-01, false",
    "2026-02-02, 150, oral, 2026-02-01, true",
    "'', 150, oral, 2026-02-01, true",
    "'', 100, oral, 2026-02-01, false",
    "'', 150, iv, 2026-02-01, false",
    "unknown, 150, oral, 2026-02-01, false",
    "2026-02, 150, oral, 2026-01-31, true",
    "2026-02, 150, oral, 2026-02-01, false"
  })
  void coursesOfOneDrugWithDifferentDosesDoNotOverlap(
      String firstStop, String dose, String route, String start, boolean fires) {
    assertThat(azathioprine(firstStop, dose, route, start).found())
        .isEqualTo(onlyIf(fires, "overlapping-courses t2/start"));
  }

  @Test
  void anOverlapNamesBothDosesAndTheOtherRow() {
    assertThat(
            azathioprine("", "150", "oral", "2026-02-01")
                .findings(StudySettings.DEFAULT)
                .getFirst()
                .values())
        .containsExactly("azathioprine", "150", "100", "t1", "2026-02-01");
  }

  @Test
  void aCourseThatStopsOnItsStartHasNoDays() {
    PatientUnderTest patient = patient();
    patient.records.given(
        "azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-01-01");
    patient.records.given("rituximab", "1000 mg", "iv", Frequency.ONCE, "2026-01-01", "2026-01-01");
    patient.records.given(
        "tacrolimus", "2 mg", "oral", Frequency.DAILY, "2026-01-01", "2026-01-02");
    patient.records.given("leflunomide", "20 mg", "oral", Frequency.DAILY, "2026-01", "2026-01");
    assertThat(patient.found()).containsExactly("course-without-days t1/stop");
  }

  @Test
  void aCourseOfAnOwnPatientNeedsAStart() {
    PatientUnderTest own = patient();
    own.records.given("azathioprine", "100 mg", "oral", Frequency.DAILY, "", "");
    assertThat(own.found()).containsExactly("start-missing t1/start");
    assertThat(own.published().found()).isEmpty();
  }

  @ParameterizedTest(name = "{0} until {1} with {2} {3} from {4}: {5}")
  @CsvSource({
    "methotrexate, '', ILD, TRUE, '', true",
    "leflunomide, '', ILD, TRUE, '', true",
    "infliximab, '', ILD, TRUE, '', true",
    "etanercept, '', RP-ILD, TRUE, '', true",
    "azathioprine, '', ILD, TRUE, '', false",
    "methotrexate, '', ILD, FALSE, '', false",
    "methotrexate, '', ILD, UNKNOWN, '', false",
    "methotrexate, '', arthritis, TRUE, '', false",
    "methotrexate, 2026-02-01, ILD, TRUE, 2026-02-01, false",
    "methotrexate, 2026-02-02, ILD, TRUE, 2026-02-01, true"
  })
  void drugsThatAGuidelineAdvisesAgainstInLungDiseaseAreNoted(
      String drug, String stop, String finding, Truth present, String from, boolean fires) {
    PatientUnderTest patient = patient();
    patient.records.found(finding, present, from, "");
    patient.records.given(drug, "15 mg", "oral", Frequency.WEEKLY, "2026-01-01", stop);
    assertThat(patient.found()).isEqualTo(onlyIf(fires, "drug-with-ild t1/drug"));
  }

  @Test
  void everyRuleHasACodeOfItsOwn() {
    assertThat(PlausibilityRule.values())
        .extracting(PlausibilityRule::code)
        .doesNotHaveDuplicates();
  }
}
