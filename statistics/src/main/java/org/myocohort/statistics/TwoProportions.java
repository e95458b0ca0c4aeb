package org.myocohort.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/// Two proportions of independent groups.
///
/// - **Input:** `0 <= x <= n` in both groups, `n >= 1`.
///
/// @param x1 events of the first group
/// @param n1 its participants
/// @param x2 events of the second group
/// @param n2 its participants
public record TwoProportions(int x1, int n1, int x2, int n2) {
  // Tables as probable as the one seen but for rounding count, as in R.
  private static final double AS_PROBABLE = 1 + 1e-7;

  public TwoProportions {
    if (!(n1 >= 1 && x1 >= 0 && x1 <= n1 && n2 >= 1 && x2 >= 0 && x2 <= n2)) {
      throw new IllegalArgumentException(
          "counts must lie between 0 and their sizes but were %d of %d and %d of %d"
              .formatted(x1, n1, x2, n2));
    }
  }

  /// The first proportion less the second.
  public double difference() {
    return (double) x1 / n1 - (double) x2 / n2;
  }

  /// Newcombe's interval of the difference, made of Wilson's intervals of the proportions.
  ///
  ///     lower = d - sqrt((p1 - l1)^2 + (u2 - p2)^2),  upper = d + sqrt((u1 - p1)^2 + (p2 - l2)^2)
  ///
  /// - **Source:** Newcombe RG. Interval estimation for the difference between independent
  ///   proportions: comparison of eleven methods. Stat Med 1998;17:873-890, method 10.
  public ConfidenceInterval interval(double level) {
    double p1 = (double) x1 / n1;
    double p2 = (double) x2 / n2;
    ConfidenceInterval first = ProportionInterval.WILSON.interval(x1, n1, level);
    ConfidenceInterval second = ProportionInterval.WILSON.interval(x2, n2, level);
    double below = Math.hypot(p1 - first.lower(), second.upper() - p2);
    double above = Math.hypot(first.upper() - p1, p2 - second.lower());
    return new ConfidenceInterval(
        Math.max(-1, p1 - p2 - below), Math.min(1, p1 - p2 + above), level);
  }

  /// Fisher's exact two-sided p: the sum of all tables not more probable than the one seen.
  ///
  /// - **Source:** Fisher RA. Statistical Methods for Research Workers, 1934, section 21.02.
  public double fisher() {
    HypergeometricDistribution tables = HypergeometricDistribution.of(n1 + n2, x1 + x2, n1);
    double limit = tables.probability(x1) * AS_PROBABLE;
    double sum = 0;
    for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
      double probability = tables.probability(x);
      if (probability <= limit) {
        sum += probability;
      }
    }
    return Math.min(1, sum);
  }
}
