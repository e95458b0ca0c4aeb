package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.myocohort.statistics.Tolerance.ESTIMATE;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.myocohort.statistics.Sample;
import org.myocohort.statistics.reported.SampleLimits.DeviationLimits;

class SampleLimitsTest {

  /// Ends 467 and 6937, mean 2559, n = 14. R 4.2.2: sd(c(467, 6937, rep(2368.5, 12))) and
  /// sd(c(rep(467, 9), rep(6937, 4), 3875)).
  @Test
  void limitsAreThoseOfTheWorkedExample() {
    DeviationLimits limits = SampleLimits.deviation(2559, 467, 6937, 14);
    assertThat(limits.low()).isCloseTo(1358.133079, Offset.offset(1e-5));
    assertThat(limits.high()).isCloseTo(3010.080091, Offset.offset(1e-5));
  }

  @Test
  void twoValuesHaveOneStandardDeviation() {
    DeviationLimits limits = SampleLimits.deviation(3, 1, 5, 2);
    assertThat(limits.low()).isCloseTo(Math.sqrt(8), ESTIMATE);
    assertThat(limits.high()).isEqualTo(limits.low());
  }

  /// The samples that the formulas describe, built and measured.
  @Test
  void limitsAreReachedByTheirSamples() {
    // mean 4 of 0, 10 and three of 10/3; and of 0, 0, 0, 10, 10
    DeviationLimits limits = SampleLimits.deviation(4, 0, 10, 5);
    assertThat(limits.low())
        .isCloseTo(
            Sample.of(0, 10, 10.0 / 3, 10.0 / 3, 10.0 / 3).standardDeviation().orElseThrow(),
            ESTIMATE);
    assertThat(limits.high())
        .isCloseTo(Sample.of(0, 0, 0, 10, 10).standardDeviation().orElseThrow(), ESTIMATE);
  }

  /// Every random sample, printed with one decimal, lies within the limits of its printed summary.
  @Test
  void noSampleLiesOutsideTheLimitsOfItsPrintedSummary() {
    long seed = 20261122;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int trial = 0; trial < 10_000; trial++) {
      int n = 2 + random.nextInt(7);
      double scale = random.nextBoolean() ? 0.3 : 20;
      // Skewed and two-sided samples reach for either limit.
      int shape = random.nextInt(3);
      double[] x =
          random
              .doubles(n)
              .map(u -> shape == 0 ? u : shape == 1 ? u * u * u : Math.rint(u))
              .map(u -> scale * (u - 0.2))
              .toArray();
      Sample sample = Sample.of(x);
      DeviationLimits limits =
          SampleLimits.deviation(
              printed(sample.mean()), printed(sample.minimum()), printed(sample.maximum()), n);
      double sd = sample.standardDeviation().orElseThrow();
      assertThat(sd)
          .as("seed %s, trial %s, %s", seed, trial, Arrays.toString(x))
          .isBetween(limits.low() - 1e-9, limits.high() + 1e-9);
    }
  }

  private static RoundingInterval printed(double value) {
    return PrintedNumber.parse(String.format(Locale.ROOT, "%.1f", value)).rounded();
  }
}
