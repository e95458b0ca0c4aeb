package org.myocohort.lung;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.Records;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Truth;

class ProgressivePulmonaryFibrosis2022Test {

  private static final List<String> SIGNS =
      List.of(
          "ct-traction-bronchiectasis-more",
          "ct-new-ground-glass-with-traction",
          "ct-new-fine-reticulation",
          "ct-reticulation-more",
          "ct-honeycombing-more",
          "ct-lobar-volume-loss-more");

  private static final String BEFORE = "2025-06-01";
  private static final String AFTER = "2026-03-01";

  private static Assessment last(Records records) {
    return new ProgressivePulmonaryFibrosis2022()
        .assess(records.build(), StudySettings.DEFAULT)
        .getLast();
  }

  private static void state(Records records, String finding, String value) {
    switch (value) {
      case "yes" -> records.found(finding, Truth.TRUE, AFTER, "");
      case "no" -> records.found(finding, Truth.FALSE, AFTER, "");
      default -> {}
    }
  }

  /// Table 4 of the guideline (instruments.md 5.1), typed for the test. Each pair is % of predicted
  /// before and after.
  @ParameterizedTest(name = "{6}: {5}")
  @CsvSource(
      textBlock =
          """
          # fibrosis, symptoms, FVC, DLCO, CT worse, expected, rule
          yes, yes, 78 73,   '',      no,  met,          example 1: FVC down 5.0 and symptoms
          yes, no,  80 75.5, 60 50,   no,  not met,      example 2: DLCO down 10 alone
          yes, no,  80 72,   60 48,   no,  not met,      example 3: FVC and DLCO are one criterion
          yes, yes, 60 56,   60 60,   no,  not met,      example 4: -6.7 % relative is 4.0 points
          yes, yes, 78 73.1, 60 60,   no,  not met,      FVC just less than 5
          yes, yes, 78 72.9, 60 60,   no,  met,          FVC just more than 5
          yes, yes, 78 78,   60 50.1, no,  not met,      DLCO just less than 10
          yes, yes, 78 78,   60 49.9, no,  met,          DLCO just more than 10
          yes, yes, 78 80,   60 65,   yes, met,          symptoms and CT with better function
          yes, no,  78 73,   '',      yes, met,          physiology and CT
          yes, no,  78 78,   60 60,   yes, not met,      CT alone
          no,  yes, 78 70,   60 40,   yes, not met,      no fibrosis: another disease
          '',  yes, 78 70,   60 40,   yes, undetermined, fibrosis not known
          yes, '',  78 73,   '',      no,  undetermined, symptoms could decide
          yes, yes, 78 74,   '',      no,  undetermined, DLCO could decide
          yes, yes, 78 78,   60 60,   '',  undetermined, CT could decide
          yes, no,  78 73,   '',      no,  not met,      decided without DLCO
          """)
  void twoOfThreeWithinAYear(
      String fibrosis,
      String symptoms,
      String fvc,
      String dlco,
      String ct,
      String expected,
      String rule) {
    Records records = new Records();
    state(records, "fibrosis-on-ct", fibrosis);
    state(records, "respiratory-symptoms-worse", symptoms);
    pair(records, "fvc-percent", fvc);
    pair(records, "dlco-percent", dlco);
    for (String sign : SIGNS) {
      state(records, sign, sign.equals("ct-honeycombing-more") ? ct : ct.replace("yes", "no"));
    }

    assertThat(last(records).category()).as(rule).isEqualTo(expected);
  }

  private static void pair(Records records, String code, String values) {
    if (!values.isEmpty()) {
      String[] pair = values.split(" ", 2);
      records.measured(code, BEFORE, pair[0], "%").measured(code, AFTER, pair[1], "%");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ct-traction-bronchiectasis-more",
        "ct-new-ground-glass-with-traction",
        "ct-new-fine-reticulation",
        "ct-reticulation-more",
        "ct-honeycombing-more",
        "ct-lobar-volume-loss-more"
      })
  void anyOneSignOnCtIsEnough(String sign) {
    Records records = new Records().found("fibrosis-on-ct", Truth.TRUE, "", "");
    state(records, "respiratory-symptoms-worse", "yes");
    state(records, sign, "yes");

    assertThat(last(records).category()).isEqualTo(Assessment.MET);
  }

  @ParameterizedTest(name = "FVC of {0} against 2026-03-01: {1}")
  @CsvSource({
    "2025-03-01, met,          365 days",
    "2025-02-28, undetermined, 366 days: no value within the year",
    "2025-03,    met,          a month within 365 days whatever the day",
    "2025-02,    undetermined, a month that is over before"
  })
  void windowIs365DaysWithBothEnds(String before, String expected, String rule) {
    Records records = new Records().found("fibrosis-on-ct", Truth.TRUE, "", "");
    state(records, "respiratory-symptoms-worse", "yes");
    for (String sign : SIGNS) {
      state(records, sign, "no");
    }
    records.measured("fvc-percent", before, "80", "%").measured("fvc-percent", AFTER, "70", "%");

    assertThat(last(records).category()).as(rule).isEqualTo(expected);
  }

  @Test
  void largestFallWithinTheYearCounts() {
    Records records =
        new Records()
            .found("fibrosis-on-ct", Truth.TRUE, "", "")
            .measured("fvc-percent", "2025-05-01", "75", "%")
            .measured("fvc-percent", "2025-10-01", "79", "%")
            .measured("fvc-percent", AFTER, "73.5", "%");
    state(records, "respiratory-symptoms-worse", "yes");

    Assessment assessment = last(records);

    assertThat(assessment.category()).isEqualTo(Assessment.MET);
    assertThat(assessment.parts().get(3).amount()).isEqualByComparingTo("5.5");
    assertThat(assessment.parts().get(3).inputs())
        .extracting(input -> input.row().id())
        .containsExactly("m2", "m3");
  }

  @Test
  void firstLungFunctionHasNothingToCompareWith() {
    Assessment assessment =
        last(
            new Records()
                .found("fibrosis-on-ct", Truth.TRUE, "", "")
                .measured("fvc-percent", AFTER, "70", "%"));

    assertThat(assessment.status()).isEqualTo(Status.PARTIAL);
    assertThat(assessment.category()).isEqualTo(Assessment.UNDETERMINED);
  }

  @Test
  void recordWithoutLungFunctionOrSignsHasNoAnswer() {
    assertThat(
            new ProgressivePulmonaryFibrosis2022()
                .assess(
                    new Records().found("ILD", Truth.TRUE, "", "").build(), StudySettings.DEFAULT))
        .isEmpty();
  }
}
