package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.statistics.Sample;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

/// Summaries of real samples, printed with few digits by any rounding, never give a finding.
class SoundSummariesTest {
  private static final long SEED = 20261122;
  private static final int TRIALS = 1000;

  @ParameterizedTest
  @EnumSource(names = {"HALF_UP", "HALF_DOWN", "HALF_EVEN"})
  void wholeNumbersPassEveryCheck(RoundingMode rounding) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int trial = 0; trial < TRIALS; trial++) {
      int n = 5 + random.nextInt(20);
      int largest = 1 + random.nextInt(40);
      int decimals = random.nextInt(4);
      Sample sample = Sample.of(random.ints(n, -3, largest).asDoubleStream().toArray());
      ReportedStatistic mean =
          ReportedStatistic.of("mean", Kind.MEAN, printed(sample.mean(), decimals, rounding))
              .withSize(n)
              .withStandardDeviation(
                  printed(sample.standardDeviation().orElseThrow(), decimals, rounding))
              .withBounds(range(sample, rounding))
              .ofWholeNumbers(1);
      ReportedStatistic median =
          ReportedStatistic.of("median", Kind.MEDIAN, printed(sample.median(), 1, rounding))
              .withSize(n)
              .withBounds(range(sample, rounding));
      String values = "seed " + SEED + ", " + Arrays.toString(sample.sorted());
      assertThat(ConsistencyCheck.check(mean)).as(values).isEmpty();
      assertThat(ConsistencyCheck.check(median)).as(values).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_UP", "HALF_DOWN", "HALF_EVEN"})
  void zerosAndOnesPassEveryCheck(RoundingMode rounding) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int trial = 0; trial < TRIALS; trial++) {
      int n = 2 + random.nextInt(60);
      int decimals = 1 + random.nextInt(3);
      double share = random.nextDouble();
      Sample sample = Sample.of(random.doubles(n).map(u -> u < share ? 1 : 0).toArray());
      ReportedStatistic mean =
          ReportedStatistic.of("mean", Kind.MEAN, printed(sample.mean(), decimals, rounding))
              .withSize(n)
              .withStandardDeviation(
                  printed(sample.standardDeviation().orElseThrow(), decimals, rounding))
              .ofZerosAndOnes();
      ReportedStatistic percent =
          ReportedStatistic.of(
                  "percent", Kind.PERCENT, printed(100 * sample.mean(), decimals - 1, rounding))
              .withSize(n);
      String values = "seed " + SEED + ", " + Arrays.toString(sample.sorted());
      assertThat(ConsistencyCheck.check(mean)).as(values).isEmpty();
      assertThat(ConsistencyCheck.check(percent)).as(values).isEmpty();
    }
  }

  private static PrintedBounds range(Sample sample, RoundingMode rounding) {
    return new PrintedBounds(
        PrintedBounds.Kind.RANGE,
        printed(sample.minimum(), 0, rounding),
        printed(sample.maximum(), 0, rounding));
  }

  /// Rounded to 12 digits first, so that 0.125 as computed is 0.125 and its half goes either way.
  private static PrintedNumber printed(double value, int decimals, RoundingMode rounding) {
    return PrintedNumber.parse(
        BigDecimal.valueOf(value)
            .setScale(12, RoundingMode.HALF_EVEN)
            .setScale(decimals, rounding)
            .toPlainString());
  }
}
