package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.myocohort.statistics.Tolerance.ESTIMATE;
import static org.myocohort.statistics.Tolerance.P_VALUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PearsonCorrelationTest {

  /// R 4.2.2: t <- r * sqrt((n - 2) / (1 - r^2)); 2 * pt(-abs(t), n - 2)
  @ParameterizedTest(name = "r = {0}, n = {1}: p = {2}")
  @CsvSource(
      textBlock =
          """
          -0.9,   3, 0.287132586257
          -0.9,   6, 0.0145
          -0.9,   7, 0.0057515151819
          -0.9,   8, 0.00231625
          -0.9,   9, 0.00094306232234
          -0.9,  10, 0.00038715625
          -0.85,  8, 0.0075167578125
          0.95,   8, 0.0003008984375
          0.123, 50, 0.394779861043
          """)
  void pIsThatOfR(double r, int n, double p) {
    assertThat(PearsonCorrelation.p(r, n)).isCloseTo(p, P_VALUE);
    assertThat(PearsonCorrelation.sizeForP(p, n)).isCloseTo(Math.abs(r), ESTIMATE);
  }

  /// R 4.2.2: t <- qt(p / 2, n - 2, lower = FALSE); t / sqrt(n - 2 + t^2)
  @ParameterizedTest(name = "p = {0}, n = {1}: |r| = {2}")
  @CsvSource(
      textBlock =
          """
          0.0015, 8, 0.913790654781
          0.0005, 8, 0.940635996094
          0.05,   8, 0.706734400731
          0.0015, 6, 0.968208322949
          """)
  void sizeIsThatOfR(double p, int n, double size) {
    assertThat(PearsonCorrelation.sizeForP(p, n)).isCloseTo(size, ESTIMATE);
  }

  @Test
  void theEndsAreReached() {
    assertThat(PearsonCorrelation.p(1, 3)).isZero();
    assertThat(PearsonCorrelation.p(-1, 30)).isZero();
    assertThat(PearsonCorrelation.p(0, 30)).isEqualTo(1);
    assertThat(PearsonCorrelation.sizeForP(0, 30)).isEqualTo(1);
    assertThat(PearsonCorrelation.sizeForP(1, 30)).isZero();
  }

  @Test
  void argumentsOutsideTheLimitsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PearsonCorrelation.p(0.5, 2))
        .withMessage("pairs must be at least 3 but was 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PearsonCorrelation.p(Double.NaN, 3))
        .withMessage("r must be in [-1, 1] but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PearsonCorrelation.sizeForP(1.5, 3))
        .withMessage("p must be in [0, 1] but was 1.5");
  }
}
