package org.myocohort.plausibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AntibodyResult.Result;
import org.myocohort.patient.ClinicalEvent.Kind;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Truth;

class DateRulesTest {

  private static PatientUnderTest patient() {
    return new PatientUnderTest();
  }

  @Test
  void anEmptyRecordHasNothingToFind() {
    assertThat(patient().found()).isEmpty();
  }

  @ParameterizedTest(name = "born {0}, consent {1}: {2}")
  @CsvSource(
      textBlock =
          """
          1970-05-02, 1970-05-01, true
          1970-05-02, 1970-05-02, false
          1970,       1969-12-31, true
          # the birth may be on any day of the year
          1970,       1970,       false
          1970,       1970-01-01, false
          """)
  void nothingIsDatedBeforeBirth(String birth, String date, boolean fires) {
    assertThat(patient().born(birth).consent("given", date).found())
        .isEqualTo(fires ? List.of("before-birth p1/consent_date") : List.of());
  }

  @Test
  void aFindingCarriesItsLevelAndTheDatesOfItsSentence() {
    List<Finding> findings =
        patient().born("1970").consent("given", "1969").findings(StudySettings.DEFAULT);
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().values()).containsExactly("1969", "1970");
    assertThat(findings.getFirst().level()).isEqualTo(Finding.Level.ERROR);
  }

  private static PatientUnderTest careOn(String date) {
    PatientUnderTest patient =
        patient()
            .died("2026-03-10")
            .visit(date, "haq=1")
            .adverse("1", "5.0", date, "")
            .event(Kind.ADMISSION, date)
            .event(Kind.OTHER, date);
    patient.records.measured("crp", date, "5", "mg/L");
    patient.records.given("azathioprine", "100 mg", "oral", Frequency.DAILY, date, "");
    return patient;
  }

  @Test
  void careAfterDeathIsAnError() {
    assertThat(careOn("2026-03-10").found()).isEmpty();
    assertThat(careOn("2026-03").found()).isEmpty();
    assertThat(careOn("2026-03-11").found())
        .containsExactly(
            "after-death v1/date",
            "after-death m1/date",
            "after-death t1/start",
            "after-death e1/start",
            "after-death k1/date");
  }

  @Test
  void aFindingPostMortemIsAWarning() {
    PatientUnderTest patient =
        patient()
            .died("2026-03-10")
            .diagnosed("2026-03-11")
            .antibody("anti-Jo-1", "ELISA", Result.POSITIVE, "2026-03-11")
            .biomarker("2026-03-11");
    patient.records.found("ILD", Truth.TRUE, "2026-03-11", "");
    assertThat(patient.found())
        .containsExactly(
            "found-after-death p1/diagnosis",
            "found-after-death a1/date",
            "found-after-death f1/from",
            "found-after-death b1/date");
    assertThat(patient().died("2026-03-10").biomarker("2026-03-10").found()).isEmpty();
  }

  @ParameterizedTest(name = "stop {0}: {1}")
  @CsvSource({"2026-03-11, false", "2026-03-12, true"})
  void theLastDoseMayBeGivenOnTheDayOfDeath(String stop, boolean fires) {
    PatientUnderTest patient = patient().died("2026-03-10");
    patient.records.given("azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-01-01", stop);
    assertThat(patient.found()).isEqualTo(fires ? List.of("after-death t1/stop") : List.of());
  }

  @Test
  void theEventOfDeathStandsForAMissingDateAndMustNotDifferFromOne() {
    assertThat(patient().event(Kind.DEATH, "2026-03-10").visit("2026-03-11", "haq=1").found())
        .containsExactly("after-death v1/date");
    assertThat(patient().died("2026-03-10").event(Kind.DEATH, "2026-03-11").found())
        .containsExactly("death-dates-differ k1/date");
    assertThat(patient().died("2026-03").event(Kind.DEATH, "2026-03-11").found()).isEmpty();
  }

  @Test
  void nobodyIsAliveWithADateOfDeath() {
    assertThat(patient().status("alive").died("2026-03-10").found())
        .containsExactly("alive-with-death p1/vital_status");
    assertThat(patient().status("dead").died("2026-03-10").found()).isEmpty();
    assertThat(patient().status("alive").found()).isEmpty();
  }

  @ParameterizedTest(name = "onset {0}, diagnosis {1}: {2}")
  @CsvSource({
    "2020-05-02, 2020-05-01, true",
    "2020-05-01, 2020-05-01, false",
    "2020-05, 2020-05-01, false",
    "2020-06, 2020-05, true"
  })
  void theFirstSymptomComesBeforeTheDiagnosis(String onset, String diagnosis, boolean fires) {
    assertThat(patient().onset(onset, "").diagnosed(diagnosis).found())
        .isEqualTo(fires ? List.of("diagnosis-before-onset p1/diagnosis") : List.of());
  }

  @Test
  void nothingEndsBeforeItBegins() {
    PatientUnderTest patient = patient().adverse("1", "5.0", "2026-02-02", "2026-02-01");
    patient.records.found("ILD", Truth.TRUE, "2026-02-02", "2026-02-01");
    patient.records.given(
        "azathioprine", "100 mg", "oral", Frequency.DAILY, "2026-02-02", "2026-02-01");
    assertThat(patient.found())
        .containsExactly(
            "stop-before-start f1/to", "stop-before-start t1/stop", "stop-before-start e1/stop");
    assertThat(patient().adverse("1", "5.0", "2026-02-02", "2026-02-02").found()).isEmpty();
  }
}
