package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.myocohort.statistics.Tolerance.ESTIMATE;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionIntervalTest {

  @ParameterizedTest(name = "{0}: {1} of {2} at {3}")
  @CsvSource(
      textBlock =
          """
          # R 4.2.2: binom.test(x, n, conf.level = level)$conf.int
          CLOPPER_PEARSON,  3,  3, 0.95, 0.292401773821, 1
          CLOPPER_PEARSON,  0,  3, 0.95, 0,              0.707598226179
          CLOPPER_PEARSON,  7, 15, 0.95, 0.212666729519, 0.734138652723
          CLOPPER_PEARSON, 10, 14, 0.95, 0.418964742816, 0.916110681693
          CLOPPER_PEARSON,  1,  1, 0.95, 0.025,          1
          CLOPPER_PEARSON,  0,  1, 0.95, 0,              0.975
          CLOPPER_PEARSON,  7, 15, 0.90, 0.243727415767, 0.700013525862
          # R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int
          WILSON,           3,  3, 0.95, 0.438502968245, 1
          WILSON,           0,  3, 0.95, 0,              0.561497031755
          WILSON,           7, 15, 0.95, 0.248095353657, 0.698830199745
          # R 4.2.2: qbeta(c(.025, .975), x + .5, n - x + .5); 0 and 1 at the ends by definition
          JEFFREYS,         3,  3, 0.95, 0.464416756957, 1
          JEFFREYS,         0,  3, 0.95, 0,              0.535583243042951
          JEFFREYS,         7, 15, 0.95, 0.238786847959, 0.706113585120
          """)
  void intervalsAreThoseOfR(
      ProportionInterval method, int x, int n, double level, double lower, double upper) {
    ConfidenceInterval interval = method.interval(x, n, level);
    assertThat(interval.lower()).isCloseTo(lower, ESTIMATE);
    assertThat(interval.upper()).isCloseTo(upper, ESTIMATE);
    assertThat(interval.level()).isEqualTo(level);
  }

  /// Recomputed from the definition: at each exact limit the tail probability is alpha/2.
  @Test
  void exactLimitsLeaveHalfTheErrorOnEachSide() {
    for (int n = 1; n <= 20; n++) {
      for (int x = 0; x <= n; x++) {
        ConfidenceInterval interval = ProportionInterval.CLOPPER_PEARSON.interval(x, n, 0.95);
        if (x > 0) {
          double atLeast = BinomialDistribution.of(n, interval.lower()).survivalProbability(x - 1);
          assertThat(atLeast).as("%s of %s", x, n).isCloseTo(0.025, Tolerance.P_VALUE);
        }
        if (x < n) {
          double atMost = BinomialDistribution.of(n, interval.upper()).cumulativeProbability(x);
          assertThat(atMost).as("%s of %s", x, n).isCloseTo(0.025, Tolerance.P_VALUE);
        }
      }
    }
  }

  @Test
  void impossibleCountsAreRefused() {
    ProportionInterval method = ProportionInterval.CLOPPER_PEARSON;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.interval(0, 0, 0.95))
        .withMessage("trials must be at least 1 but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.interval(4, 3, 0.95))
        .withMessage("successes must be in [0, 3] but was 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.interval(1, 3, 95))
        .withMessage("level must be in (0, 1) but was 95.0");
  }
}
