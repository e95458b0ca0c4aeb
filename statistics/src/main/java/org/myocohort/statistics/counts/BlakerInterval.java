package org.myocohort.statistics.counts;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.myocohort.statistics.ConfidenceInterval;

/// Blaker's exact interval of a proportion: never covers less than the level and always lies within
/// the interval of Clopper and Pearson.
///
///     acceptability(p) = P(X >= x) + P(X <= q),  q the largest with P(X <= q) <= P(X >= x)
///
/// (for `p` below `x / n`; mirrored above it). The limits are the smallest and the largest `p`
/// whose acceptability reaches `1 - level`. Acceptability jumps up where `q` grows and between the
/// jumps first falls, then rises, so that the first such `p` is a jump or a root in a rising part;
/// both are found to the last bits.
///
/// - **Input:** `x` in \[0, `n`\], `n >= 1`.
/// - **Source:** Blaker H. Confidence curves and improved exact confidence intervals for discrete
///   distributions. Can J Stat 2000;28:783-798, doi:10.2307/3315916. The search after Klaschka J,
///   Reiczigel J. Comput Stat 2021;36:1775-1790, doi:10.1007/s00180-020-01052-7.
public final class BlakerInterval {
  private BlakerInterval() {}

  /// The interval for `x` of `n`.
  public static ConfidenceInterval of(int x, int n, double level) {
    if (!(n >= 1 && x >= 0 && x <= n)) {
      throw new IllegalArgumentException(
          "counts must be in [0, n] with n at least 1 but were %d of %d".formatted(x, n));
    }
    double alpha = 1 - level;
    double lower = x == 0 ? 0 : lower(x, n, alpha);
    double upper = x == n ? 1 : 1 - lower(n - x, n, alpha);
    return new ConfidenceInterval(lower, upper, level);
  }

  private static double atLeast(int x, int n, double p) {
    return BinomialDistribution.of(n, p).survivalProbability(x - 1);
  }

  private static double atMost(int q, int n, double p) {
    return q < 0 ? 0 : BinomialDistribution.of(n, p).cumulativeProbability(q);
  }

  private static double lower(int x, int n, double alpha) {
    double start = 0;
    double last = (double) x / n;
    for (int q = -1; q < x; q++) {
      int tail = q;
      // At the end of this stretch the next q comes in.
      double end =
          q + 1 >= x
              ? last
              : RootSearch.of(p -> atLeast(x, n, p) - atMost(tail + 1, n, p), start, last);
      if (q >= 0 && atLeast(x, n, start) + atMost(q, n, start) >= alpha) {
        return start;
      }
      if (atLeast(x, n, end) + atMost(q, n, end) >= alpha) {
        double rising = Math.clamp(lowest(x, q, n), start, end);
        return RootSearch.of(p -> atLeast(x, n, p) + atMost(tail, n, p) - alpha, rising, end);
      }
      start = end;
    }
    return last;
  }

  /// Where P(X >= x) + P(X <= q) has its minimum: x C(n,x) odds^(x-1-q) = (n-q) C(n,q).
  private static double lowest(int x, int q, int n) {
    if (q < 0 || x - 1 - q == 0) {
      return 0;
    }
    double log = Math.log(n - q) + logChoose(n, q) - Math.log(x) - logChoose(n, x);
    double logOdds = log / (x - 1 - q);
    return 1 / (1 + Math.exp(-logOdds));
  }

  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= k; i++) {
      sum += Math.log((n - k + i) / (double) i);
    }
    return sum;
  }
}
