package org.myocohort.statistics.rank;

import java.util.Arrays;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.TestOptions;

/// The Hodges-Lehmann estimate of a shift with the interval that inverts the rank test.
///
/// One sample: the median of the `n(n+1)/2` Walsh averages `(d_i + d_j)/2`, `i <= j`. Two samples:
/// the median of the `m n` differences `x_i - y_j`. The limits are the `q`-th smallest and `q`-th
/// largest of them, `q` the `(1 - level)/2` quantile of the test's distribution without ties:
///
///     lower = w[q], upper = w[N + 1 - q],   achieved level = 1 - 2 P(statistic < q)
///
/// - **Special cases:** where even `q = 1` falls short of the level, the limits are infinite: R's
///   `wilcox.test` gives the ends of the averages with a warning; these are [#widestLower],
///   [#widestUpper] and [#widestLevel]. With ties the interval keeps at least its level.
/// - **Source:** Hodges JL, Lehmann EL. Ann Math Stat 1963;34:598-611, doi:10.1214/aoms/1177704172.
///   Bauer DF. J Am Stat Assoc 1972;67:687-690, doi:10.1080/01621459.1972.10481279. As R's
///   `wilcox.test(conf.int = TRUE, exact = TRUE)`.
///
/// @param estimate the median of the averages or differences
/// @param lower limit, perhaps minus infinity
/// @param upper limit, perhaps infinity
/// @param achievedLevel what the interval covers without ties; 1 where it is infinite
/// @param widestLower the smallest average or difference
/// @param widestUpper the largest
/// @param widestLevel what these two cover
/// @param exact whether the exact distribution gave the limits, else the normal approximation
public record Shift(
    double estimate,
    double lower,
    double upper,
    double achievedLevel,
    double widestLower,
    double widestUpper,
    double widestLevel,
    boolean exact) {

  private static final long MOST_PAIRS = 50_000_000;

  /// Whether so many averages or differences fit into memory.
  static boolean feasible(long pairs) {
    return pairs <= MOST_PAIRS;
  }

  /// Of one sample, most often of differences.
  public static Shift ofOne(double[] values, TestOptions options) {
    int n = values.length;
    double[] walsh = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        walsh[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(walsh);
    if (n > SignFlips.MOST) {
      double deviation = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24);
      return approximate(walsh, deviation, options);
    }
    SignFlips distribution = SignFlips.untied(n);
    return exact(walsh, options, distribution::quantile, distribution::atMost);
  }

  /// Of the first sample against the second: positive where the first is larger.
  public static Shift ofTwo(double[] x, double[] y, TestOptions options) {
    double[] differences = new double[x.length * y.length];
    int next = 0;
    for (double first : x) {
      for (double second : y) {
        differences[next++] = DecimalDifference.of(first, second);
      }
    }
    Arrays.sort(differences);
    if (!RankSubsets.feasible(x.length, y.length)) {
      double pairs = (double) x.length * y.length;
      return approximate(differences, Math.sqrt(pairs * (x.length + y.length + 1) / 12), options);
    }
    // The smaller group is counted; without ties the distribution is the same.
    RankSubsets distribution =
        RankSubsets.untied(Math.min(x.length, y.length), Math.max(x.length, y.length));
    return exact(differences, options, distribution::quantile, distribution::atMost);
  }

  private interface Quantile {
    int of(double p);
  }

  private interface Cumulative {
    double of(int statistic);
  }

  private static Shift exact(
      double[] sorted, TestOptions options, Quantile quantile, Cumulative cumulative) {
    Alternative alternative = options.alternative();
    double belowLower = alternative.belowLower(options.level());
    double aboveUpper = alternative.aboveUpper(options.level());
    int last = sorted.length - 1;
    double lower = Double.NEGATIVE_INFINITY;
    double upper = Double.POSITIVE_INFINITY;
    double missed = 0;
    if (belowLower > 0 && quantile.of(belowLower) > 0) {
      int q = quantile.of(belowLower);
      lower = sorted[q - 1];
      missed += cumulative.of(q - 1);
    }
    if (aboveUpper > 0 && quantile.of(aboveUpper) > 0) {
      int q = quantile.of(aboveUpper);
      upper = sorted[last + 1 - q];
      missed += cumulative.of(q - 1);
    }
    int sides = alternative == Alternative.TWO_SIDED ? 2 : 1;
    return new Shift(
        median(sorted),
        lower,
        upper,
        1 - missed,
        alternative == Alternative.LESS ? Double.NEGATIVE_INFINITY : sorted[0],
        alternative == Alternative.GREATER ? Double.POSITIVE_INFINITY : sorted[last],
        1 - sides * cumulative.of(0),
        true);
  }

  /// The limits where the continuity-corrected normal deviate of the statistic passes its quantile.
  private static Shift approximate(double[] sorted, double deviation, TestOptions options) {
    double belowLower = options.alternative().belowLower(options.level());
    double aboveUpper = options.alternative().aboveUpper(options.level());
    int last = sorted.length - 1;
    double lower =
        belowLower > 0
            ? sorted[index(sorted.length, deviation, belowLower)]
            : Double.NEGATIVE_INFINITY;
    double upper =
        aboveUpper > 0
            ? sorted[last - index(sorted.length, deviation, aboveUpper)]
            : Double.POSITIVE_INFINITY;
    return new Shift(
        median(sorted), lower, upper, options.level(), sorted[0], sorted[last], 1, false);
  }

  private static int index(int count, double deviation, double tail) {
    double q = count / 2.0 - 0.5 - NormalApproximation.upperQuantile(tail) * deviation;
    return (int) Math.max(0, Math.floor(q));
  }

  static double median(double[] sorted) {
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /// Whether no finite interval on the sides asked for has the level.
  public boolean unattainable(Alternative alternative) {
    return (alternative != Alternative.LESS && Double.isInfinite(lower))
        || (alternative != Alternative.GREATER && Double.isInfinite(upper));
  }
}
