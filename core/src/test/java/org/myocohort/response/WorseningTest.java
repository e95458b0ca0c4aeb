package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorseningTest {

  /// Each column is baseline and follow-up; a dash is a value that was not recorded. MMT of 150, CK
  /// with an upper limit of 200. The rule as in instruments.md section 2, typed for the test.
  @ParameterizedTest(name = "{7}: {6}")
  @CsvSource(
      textBlock =
          """
          # physician, patient, MMT, HAQ, CK, extramuscular, expected, rule
          4 6,   5 5, 100 80, 1 1,   500 500, 4 4,   met,          global by 2 and MMT by exactly 20 %
          4 5.9, 5 5, 100 80, 1 1,   500 500, 4 4,   not met,      global by 1.9 only
          8 10,  5 5, 100 81, 1 1,   500 500, 4 4,   not met,      MMT by 19 % only
          4 4,   5 5, 100 90, 1 1,   500 500, 6 8,   met,          extramuscular by exactly 2
          4 4,   5 5, 100 90, 1 1,   500 500, 6 7.9, not met,      extramuscular by 1.9
          5 6.5, 5 6.5, 100 100, 1 1.3, 500 500, 4 4, met,         three measures by exactly 30 %
          5 6.5, 5 6.5, 100 100, 1 1.29, 500 500, 4 4, not met,    the third by 29 %
          5 5,   5 5, 100 70, 1 1.3, 500 650, 4 4,   met,          MMT counts among the three
          5 5,   5 5, 100 100, 0 0.1, 0 1, 0 0.1,    met,          a rise from 0 by any percentage
          - 6,   5 5, 100 80, 1 1,   500 500, 4 4,   undetermined, global could decide
          4 6,   5 5, 100 -,  1 1,   500 500, 4 4,   undetermined, MMT could decide
          4 6,   5 5, 100 90, 1 1,   500 500, 4 -,   undetermined, extramuscular could decide
          4 4,   5 5, 100 90, 1 1,   500 -,   6 8,   met,          decided without the enzyme
          4 4,   5 5, 100 90, 1 -,   500 500, 4 4,   not met,      one measure cannot make three
          """)
  void anyOneOfThreeConditions(
      String global,
      String patient,
      String strength,
      String haq,
      String ck,
      String extra,
      String expected,
      String rule) {
    assertThat(
            Worsening.assess(CoreSets.comparison(global, patient, strength, haq, ck, extra))
                .category())
        .as(rule)
        .isEqualTo(expected);
  }
}
