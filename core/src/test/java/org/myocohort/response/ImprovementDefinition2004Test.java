package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Status;

class ImprovementDefinition2004Test {

  private static Assessment assess(
      String global, String patient, String strength, String haq, String ck, String extra) {
    return ImprovementDefinition2004.assess(
        CoreSets.comparison(global, patient, strength, haq, ck, extra));
  }

  /// Each column is baseline and follow-up; MMT of 150, CK with an upper limit of 200. The first
  /// three rows are the worked examples of instruments.md section 2 (the third with its three
  /// improved measures written out).
  @ParameterizedTest(name = "{7}: {6}")
  @CsvSource(
      textBlock =
          """
          # physician, patient, MMT, HAQ, CK, extramuscular, expected, rule
          6 4, 5 5,   120 126, 1.5 1.1,  3000 1000, 4 4, met,     example 1
          6 4, 5 3,   120 88,  1.5 1.0,  3000 3000, 4 4, not met, example 2: MMT worse by 26.7 %
          6 4, 5 3,   100 130, 1.0 1.3,  1000 1400, 4 6, not met, example 3: three worse
          6 4, 5 3,   100 130, 1.0 1.3,  1000 1400, 4 4, met,     two worse are allowed
          5 4, 5 4,   100 100, 1.0 0.8,  1000 1000, 4 4, met,     exactly 20 % improves
          5 4, 5 4,   100 100, 1.0 0.81, 1000 1000, 4 4, not met, 19 % does not
          6 4, 5 3,   120 90,  1.5 1.0,  1000 1000, 4 4, not met, MMT worse by exactly 25 %
          6 4, 5 3,   120 91,  1.5 1.0,  1000 1000, 4 4, met,     MMT worse by 24.2 %
          6 4, 5 3,   100 130, 1.0 1.25, 1000 1250, 4 5, not met, three worse by exactly 25 %
          6 4, 5 3,   100 130, 1.0 1.25, 1000 1250, 4 4.9, met,   the third by 22.5 % only
          6 4, 5 3,   100 130, 0 0.1,    0 1,       0 0.1, not met, a rise from 0 is worsening
          6 4, 0 0,   100 110, 0 0,      0 0,       4 3, not met, no change from 0 is no improvement
          """)
  void threeImprovedAndAtMostTwoWorse(
      String global,
      String patient,
      String strength,
      String haq,
      String ck,
      String extra,
      String expected,
      String rule) {
    Assessment assessment = assess(global, patient, strength, haq, ck, extra);

    assertThat(assessment.category()).as(rule).isEqualTo(expected);
    assertThat(assessment.status()).isEqualTo(Status.COMPUTED);
  }

  /// A dash is a value that was not recorded.
  @ParameterizedTest(name = "{7}: {6}")
  @CsvSource(
      textBlock =
          """
          - 4, 5 5, 120 126, 1.5 1.1, 3000 1000, 4 4, undetermined, the physician could decide
          6 4, - 5, 120 126, 1.5 1.1, 3000 1000, 4 4, met,          three others improved, at most one worse
          6 4, 5 5, 120 -,   1.5 1.1, 3000 1000, 4 4, undetermined, MMT may be worse
          6 4, 5 5, 120 126, 1.5 -,   3000 1000, 4 4, undetermined, HAQ could decide
          6 4, 5 5, 120 126, 1.5 1.1, - 1000,    4 4, undetermined, the enzyme could decide
          6 4, 5 5, 120 126, 1.5 1.1, 3000 1000, 4 -, met,          decided without it
          6 6, 5 5, 120 120, 1.5 1.5, - -,       - -, not met,      two cannot make three
          6 4, 5 3, 120 80,  1.5 1.0, - -,       - -, not met,      MMT decides alone
          """)
  void missingMeasureLeavesOpenWhatItCouldChange(
      String global,
      String patient,
      String strength,
      String haq,
      String ck,
      String extra,
      String expected,
      String rule) {
    Assessment assessment = assess(global, patient, strength, haq, ck, extra);

    assertThat(assessment.category()).as(rule).isEqualTo(expected);
    assertThat(assessment.status()).isEqualTo(Status.PARTIAL);
  }

  @Test
  void changeIsInPercentOfTheBaseline() {
    Assessment assessment = assess("6 4", "5 5", "120 126", "1.5 1.1", "3000 1000", "0 4");

    assertThat(assessment.parts().stream().limit(6).map(part -> part.amount()))
        .extracting(amount -> amount == null ? "none" : amount.toPlainString())
        .containsExactly("33.3", "0.0", "5.0", "26.7", "66.7", "none");
  }

  @Test
  void emptyVisitIsNotComputable() {
    Assessment assessment = assess("- 4", "- 5", "- 126", "- 1.1", "- 1000", "- 4");

    assertThat(assessment.status()).isEqualTo(Status.NOT_COMPUTABLE);
    assertThat(assessment.category()).isEqualTo(Assessment.UNDETERMINED);
  }
}
