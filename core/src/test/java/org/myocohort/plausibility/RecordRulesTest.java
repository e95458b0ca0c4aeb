package org.myocohort.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AntibodyResult.Result;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Truth;

/// Rules on the person, antibodies, visits, measurements and adverse events.
class RecordRulesTest {
  private static final StudySettings ANAKINRA = new StudySettings("anakinra", 90, null);

  private static PatientUnderTest patient() {
    return new PatientUnderTest();
  }

  private static List<String> onlyIf(boolean fires, String finding) {
    return fires ? List.of(finding) : List.of();
  }

  private static PatientUnderTest onAnakinraFrom(String start) {
    PatientUnderTest patient = patient();
    patient.records.given("anakinra", "100 mg", "sc", Frequency.DAILY, start, "");
    return patient;
  }

  /// Born 1960-06-15, first dose 2026-01-10: 65 whole years.
  @ParameterizedTest(name = "age {0}: {1}")
  @CsvSource({"63.9, true", "64, false", "65.5, false", "66, false", "66.1, true"})
  void theAgeFitsBirthAndIndexDateWithinAYear(String age, boolean fires) {
    assertThat(onAnakinraFrom("2026-01-10").born("1960-06-15").aged(age).found(ANAKINRA))
        .isEqualTo(onlyIf(fires, "age-differs p1/age_years"));
  }

  @Test
  void withoutAnIndexDrugTheFirstVisitIsTheIndexDate() {
    assertThat(patient().born("1960").aged("40").visit("2026-01-10", "haq=1").found())
        .containsExactly("age-differs p1/age_years");
    assertThat(patient().born("1960").aged("40").visit("2026-01-10", "haq=1").found(ANAKINRA))
        .isEmpty();
  }

  @ParameterizedTest(name = "born 1960, onset 2020 at {0}: {1}")
  @CsvSource({"57.9, true", "58, false", "61, false", "61.1, true"})
  void theAgeAtOnsetFitsBirthAndOnset(String age, boolean fires) {
    assertThat(patient().born("1960").onset("2020", age).found())
        .isEqualTo(onlyIf(fires, "onset-age-differs p1/onset_age_years"));
  }

  @ParameterizedTest(name = "onset at {0}, reported at 54: {1}")
  @CsvSource({"54, false", "54.9, false", "55, true"})
  void theOnsetIsNotAfterTheReport(String onsetAge, boolean fires) {
    assertThat(patient().aged("54").onset("", onsetAge).found())
        .isEqualTo(onlyIf(fires, "onset-age-above-age p1/onset_age_years"));
  }

  @ParameterizedTest(name = "first dose {0}: {1}")
  @CsvSource({"2026-01-09, true", "2026-01-10, false", "2026-01, false"})
  void aMarkedBaselineIsNotAfterTheFirstDose(String firstDose, boolean fires) {
    assertThat(
            onAnakinraFrom(firstDose)
                .visit("2026-01-10", "haq=1")
                .lastVisitIsBaseline()
                .found(ANAKINRA))
        .isEqualTo(onlyIf(fires, "baseline-after-first-dose v1/baseline"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"given, false", "refused, true", "withdrawn, true"})
  void dataWithoutConsentIsAWarning(String consent, boolean fires) {
    assertThat(patient().consent(consent, "").visit("2026-01-10", "haq=1").found())
        .isEqualTo(onlyIf(fires, "consent-not-given p1/consent"));
    assertThat(patient().consent(consent, "").found()).isEmpty();
  }

  @Test
  void twoAntiSynthetasesInOnePatientAreUnusual() {
    PatientUnderTest two =
        patient()
            .antibody("anti-Jo-1", "ELISA", Result.POSITIVE, "")
            .antibody("anti-Jo-1", "line blot", Result.POSITIVE, "")
            .antibody("anti-PL-7", "ELISA", Result.WEAK_POSITIVE, "");
    assertThat(two.found()).containsExactly("two-anti-synthetase a3/antibody");
    assertThat(two.findings(StudySettings.DEFAULT).getFirst().values())
        .containsExactly("anti-Jo-1, anti-PL-7", "a1, a3");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "anti-Jo-1, POSITIVE",
    "anti-synthetase, POSITIVE",
    "anti-Ro52, POSITIVE",
    "anti-PL-7, EQUIVOCAL",
    "anti-PL-7, NEGATIVE"
  })
  void theSameTheNotNamedAndTheDoubtfulAreNoSecondAntiSynthetase(String code, Result result) {
    assertThat(
            patient()
                .antibody("anti-Jo-1", "ELISA", Result.POSITIVE, "")
                .antibody(code, "ELISA", result, "")
                .found())
        .isEmpty();
  }

  private static PatientUnderTest weak() {
    return patient().antibody("anti-EJ", "line blot", Result.WEAK_POSITIVE, "");
  }

  @Test
  void aWeakLineBlotWithNothingToSupportItIsUnconfirmed() {
    assertThat(weak().found()).containsExactly("unconfirmed a1/antibody");
    PatientUnderTest absent = weak();
    absent.records.found("ILD", Truth.FALSE, "", "");
    assertThat(absent.found()).containsExactly("unconfirmed a1/antibody");
  }

  @Test
  void aCompatibleFindingOrAnotherTestConfirms() {
    PatientUnderTest lung = weak();
    lung.records.found("RP-ILD", Truth.TRUE, "", "");
    assertThat(lung.found()).isEmpty();
    assertThat(weak().antibody("anti-EJ", "immunoprecipitation", Result.POSITIVE, "").found())
        .isEmpty();
    assertThat(patient().antibody("anti-EJ", "ELISA", Result.WEAK_POSITIVE, "").found()).isEmpty();
    assertThat(patient().antibody("anti-Ro52", "line blot", Result.WEAK_POSITIVE, "").found())
        .isEmpty();
    PatientUnderTest unreported = weak();
    unreported.records.coverage(Coverage.NOT_REPORTED);
    assertThat(unreported.found()).isEmpty();
  }

  @Test
  void aFollowUpOnAnotherMuscleTestFormIsNoted() {
    assertThat(
            patient()
                .visit("2026-01-01", "mmt=70", "mmt_max=80")
                .visit("2026-02-01", "mmt=75", "mmt_max=80")
                .visit("2026-03-01", "mmt=140", "mmt_max=150")
                .found())
        .containsExactly("mmt-form-differs v3/mmt_max");
  }

  @Test
  void aMuscleTestNeedsTheMaximumOfItsForm() {
    assertThat(patient().visit("2026-01-01", "mmt=70").found())
        .containsExactly("mmt-maximum-missing v1/mmt_max");
    assertThat(patient().visit("2026-01-01", "mmt=70", "mmt_max=80").found()).isEmpty();
  }

  @Test
  void aVisitWithoutAnyMeasureIsNoted() {
    assertThat(patient().visit("2026-01-01", "mmt_max=80").found())
        .containsExactly("visit-without-measure v1/date");
    assertThat(patient().visit("2026-01-01", "haq=0").found()).isEmpty();
    assertThat(patient().visitWithEnzyme("2026-01-01", MuscleEnzyme.CK, "300", "200").found())
        .isEmpty();
  }

  @Test
  void enzymesWithoutTheirUpperLimitAreNotedOnceAPatient() {
    PatientUnderTest patient =
        patient()
            .visitWithEnzyme("2026-01-01", MuscleEnzyme.CK, "300", "200")
            .visitWithEnzyme("2026-02-01", MuscleEnzyme.CK, "300", "")
            .visitWithEnzyme("2026-03-01", MuscleEnzyme.CK, "300", "");
    patient.records.measured("alt", "2026-01-01", "60", "U/L", "", "40");
    patient.records.measured("ast", "2026-01-01", "60", "U/L");
    assertThat(patient.found())
        .containsExactly("upper-limit-missing v2/ck_uln", "upper-limit-missing m2/upper_limit");
    assertThat(patient.findings(StudySettings.DEFAULT).getFirst().values())
        .containsExactly("ck", "2");
  }

  /// Soft limits of the vocabulary: CRP 0 to 600 mg/L, haemoglobin 4 to 20 g/dL, ferritin 1 to
  /// 50000 ng/mL, CK 5 to 100000 U/L.
  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "crp, 600, mg/L, false",
    "crp, 600.1, mg/L, true",
    "crp, 60.1, mg/dL, true",
    "haemoglobin, 4, g/dL, false",
    "haemoglobin, 3.9, g/dL, true",
    "haemoglobin, 130, g/L, false",
    "ferritin, >40000, ng/mL, false",
    "ferritin, >50000, ng/mL, true",
    "ck, <5, U/L, false"
  })
  void valuesOutsideTheSoftLimitsAreUnusual(String code, String value, String unit, boolean fires) {
    PatientUnderTest patient = patient();
    patient.records.measured(code, "2026-01-01", value, unit, "", "1000");
    assertThat(patient.found()).isEqualTo(onlyIf(fires, "unusual-value m1/value"));
  }

  @Test
  void troponinsOfDifferentKindsOrAssaysAreNoted() {
    assertThat(patient().troponin("troponin-t-hs", "").troponin("troponin-i-hs", "").found())
        .containsExactly("troponin-mixed t2/measurement");
    assertThat(patient().troponin("troponin-t-hs", "A").troponin("troponin-t-hs", "B").found())
        .containsExactly("troponin-mixed t2/measurement");
    assertThat(patient().troponin("troponin-t-hs", "A").troponin("troponin-t-hs", "").found())
        .isEmpty();
    assertThat(
            patient()
                .troponin("troponin-t-hs", "A")
                .troponin("troponin-i-hs", "")
                .findings(StudySettings.DEFAULT)
                .getFirst()
                .values())
        .containsExactly("troponin-t-hs (A), troponin-i-hs");
  }

  @Test
  void anAdverseEventNeedsItsGradeAndTheGradeItsVersion() {
    assertThat(
            patient()
                .adverse("2", "5.0", "2026-01-01", "")
                .adverse("", "5.0", "2026-01-01", "")
                .adverse("2", "", "2026-01-01", "")
                .adverse("", "", "2026-01-01", "")
                .found())
        .containsExactly(
            "grade-missing e2/grade",
            "ctcae-version-missing e3/ctcae_version",
            "grade-missing e4/grade");
  }
}
