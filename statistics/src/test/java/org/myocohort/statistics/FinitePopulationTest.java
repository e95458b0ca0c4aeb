package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.myocohort.statistics.FinitePopulation.CountInterval;

class FinitePopulationTest {

  /// Recomputed by going through every total.
  @Test
  void theIntervalHoldsTheTotalsThatNeitherTestRefuses() {
    for (int size : new int[] {1, 7, 40}) {
      for (int sampled = 0; sampled <= size; sampled++) {
        for (int marked = 0; marked <= sampled; marked++) {
          int lower = Integer.MAX_VALUE;
          int upper = 0;
          for (int total = marked; total <= size - sampled + marked; total++) {
            var number = HypergeometricDistribution.of(size, total, sampled);
            if (number.cumulativeProbability(marked) > 0.025
                && number.survivalProbability(marked - 1) > 0.025) {
              lower = Math.min(lower, total);
              upper = Math.max(upper, total);
            }
          }
          assertThat(new FinitePopulation(size, sampled, marked).marked(0.95))
              .as("%d in %d of %d", marked, sampled, size)
              .isEqualTo(new CountInterval(lower, upper, 0.95));
        }
      }
    }
  }

  @Test
  void aWholeSampleKnowsTheNumber() {
    assertThat(new FinitePopulation(30, 30, 4).marked(0.95))
        .isEqualTo(new CountInterval(4, 4, 0.95));
    assertThat(new FinitePopulation(30, 30, 4).atMost(5)).isZero();
  }

  @Test
  void impossibleSamplesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FinitePopulation(10, 11, 0))
        .withMessage("sampled must be in [0, 10] but was 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FinitePopulation(10, 5, 6))
        .withMessage("marked must be in [0, 5] but was 6");
  }
}
