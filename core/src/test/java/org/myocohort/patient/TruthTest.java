package org.myocohort.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

  @ParameterizedTest(name = "{0}, {1}: and {2}, or {3}")
  @CsvSource(
      textBlock =
          """
          TRUE,    TRUE,    TRUE,    TRUE
          TRUE,    FALSE,   FALSE,   TRUE
          TRUE,    UNKNOWN, UNKNOWN, TRUE
          FALSE,   FALSE,   FALSE,   FALSE
          FALSE,   UNKNOWN, FALSE,   UNKNOWN
          UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN
          """)
  void falseWinsInAndAndTrueInOr(Truth a, Truth b, Truth and, Truth or) {
    assertThat(a.and(b)).isEqualTo(and);
    assertThat(b.and(a)).isEqualTo(and);
    assertThat(a.or(b)).isEqualTo(or);
    assertThat(b.or(a)).isEqualTo(or);
    assertThat(a.not().or(b.not())).as("De Morgan").isEqualTo(and.not());
  }

  @ParameterizedTest(name = "at least {0} of {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | TRUE TRUE UNKNOWN     | TRUE
          2 | TRUE UNKNOWN FALSE    | UNKNOWN
          2 | TRUE FALSE FALSE      | FALSE
          2 | UNKNOWN UNKNOWN FALSE | UNKNOWN
          2 | UNKNOWN FALSE FALSE   | FALSE
          1 | FALSE FALSE           | FALSE
          1 | FALSE UNKNOWN         | UNKNOWN
          0 | FALSE                 | TRUE
          """)
  void atLeastCountsTheKnownAndTheOpen(int wanted, String truths, Truth expected) {
    List<Truth> given = Arrays.stream(truths.split(" ", -1)).map(Truth::valueOf).toList();

    assertThat(Truth.atLeast(wanted, given)).isEqualTo(expected);
    assertThat(Truth.atLeast(wanted, given.reversed())).isEqualTo(expected);
  }
}
