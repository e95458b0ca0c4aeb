package org.myocohort.statistics.resampling;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.myocohort.statistics.ConfidenceInterval;

/// Bootstrap intervals of a statistic of `n` rows, drawn with a seed.
///
/// - **Input:** a statistic of row numbers (with repeats), finite for every resample; `B >= 2`.
/// - **Result:** the same for the same seed on any number of cores.
/// - **Special cases:** BCa does not exist where all resamples lie on one side of the estimate.
/// - **Source:** Efron B. J Am Stat Assoc 1987;82:171-185, doi:10.1080/01621459.1987.10478410.
///   Quantiles between resamples are interpolated on the normal scale as R's `boot::boot.ci`.
public final class Bootstrap {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final double estimate;
  private final double[] sorted;
  private final double acceleration;

  private Bootstrap(double estimate, double[] sorted, double acceleration) {
    this.estimate = estimate;
    this.sorted = sorted;
    this.acceleration = acceleration;
  }

  /// Draws the resamples.
  ///
  /// @param rows how many there are, at least 2
  /// @param statistic of row numbers from 0, in any order and with repeats
  public static Bootstrap of(
      int rows, ToDoubleFunction<int[]> statistic, int resamples, long seed) {
    if (!(rows >= 2 && resamples >= 2)) {
      throw new IllegalArgumentException(
          "rows and resamples must be at least 2 but were " + rows + ", " + resamples);
    }
    SplittableRandom master = new SplittableRandom(seed);
    SplittableRandom[] generators = new SplittableRandom[resamples];
    Arrays.setAll(generators, _ -> master.split());
    double[] values =
        IntStream.range(0, resamples)
            .parallel()
            .mapToDouble(i -> {
              int[] drawn = new int[rows];
              Arrays.setAll(drawn, _ -> generators[i].nextInt(rows));
              return statistic.applyAsDouble(drawn);
            })
            .toArray();
    double seen = statistic.applyAsDouble(IntStream.range(0, rows).toArray());
    double[] without = new double[rows];
    for (int i = 0; i < rows; i++) {
      int left = i;
      without[i] =
          statistic.applyAsDouble(IntStream.range(0, rows).filter(row -> row != left).toArray());
    }
    return ofValues(seen, values, without);
  }

  /// From statistics that are already known.
  ///
  /// @param seen of the data
  /// @param resampled of the resamples
  /// @param without of the data without one row at a time
  static Bootstrap ofValues(double seen, double[] resampled, double[] without) {
    double[] sorted = resampled.clone();
    for (double value : sorted) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("statistics must be finite but one was " + value);
      }
    }
    Arrays.sort(sorted);
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = 0;
    double cubes = 0;
    for (double value : without) {
      double away = mean - value;
      squares += away * away;
      cubes += away * away * away;
    }
    double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    return new Bootstrap(seen, sorted, acceleration);
  }

  /// The statistic of the data.
  public double estimate() {
    return estimate;
  }

  /// The interval between the quantiles of the resamples.
  public ConfidenceInterval percentile(double level) {
    return new ConfidenceInterval(quantile((1 - level) / 2), quantile((1 + level) / 2), level);
  }

  /// The bias-corrected and accelerated interval.
  ///
  ///     quantile( Phi( z0 + (z0 + z) / (1 - a (z0 + z)) ) ),  z0 = Phi^-1( share below estimate )
  ///
  /// @throws IllegalStateException where all resamples lie on one side of the estimate
  public ConfidenceInterval biasCorrected(double level) {
    double below = Arrays.stream(sorted).filter(value -> value < estimate).count();
    if (below == 0 || below == sorted.length) {
      throw new IllegalStateException("all resamples lie on one side of the estimate");
    }
    double bias = NORMAL.inverseCumulativeProbability(below / sorted.length);
    return new ConfidenceInterval(
        quantile(shifted(bias, (1 - level) / 2)), quantile(shifted(bias, (1 + level) / 2)), level);
  }

  private double shifted(double bias, double probability) {
    double z = bias + NORMAL.inverseCumulativeProbability(probability);
    return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
  }

  /// Interpolated on the normal scale between the two resamples around `(B + 1) p`.
  private double quantile(double p) {
    int size = sorted.length;
    double position = (size + 1) * p;
    int k = (int) Math.floor(position + 1e-9);
    if (k < 1) {
      return sorted[0];
    }
    if (k >= size) {
      return sorted[size - 1];
    }
    if (Math.abs(position - k) < 1e-9) {
      return sorted[k - 1];
    }
    double low = NORMAL.inverseCumulativeProbability(k / (size + 1.0));
    double high = NORMAL.inverseCumulativeProbability((k + 1) / (size + 1.0));
    double at = NORMAL.inverseCumulativeProbability(p);
    return sorted[k - 1] + (at - low) / (high - low) * (sorted[k] - sorted[k - 1]);
  }
}
