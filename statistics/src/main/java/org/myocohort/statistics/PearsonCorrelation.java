package org.myocohort.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/// The two-sided t test of a Pearson correlation against zero, from `r` and `n` alone.
///
///     t = r sqrt( (n - 2) / (1 - r^2) )      with n - 2 degrees of freedom
///
/// - **Input:** `r` in \[-1, 1\]; `n >= 3` pairs.
/// - **Special cases:** `|r| = 1` gives p = 0, `r = 0` gives p = 1.
/// - **Errors:** arguments outside these limits, NaN among them.
/// - **Source:** Student. Probable error of a correlation coefficient. Biometrika 1908;6:302-310,
///   doi:10.1093/biomet/6.2-3.302. As R's `cor.test(method = "pearson")`.
public final class PearsonCorrelation {
  private PearsonCorrelation() {}

  /// The two-sided p value of a correlation of `n` pairs.
  public static double p(double r, int n) {
    requirePairs(n);
    if (!(r >= -1 && r <= 1)) {
      throw new IllegalArgumentException("r must be in [-1, 1] but was " + r);
    }
    double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    return Math.min(1, 2 * TDistribution.of(n - 2).survivalProbability(t));
  }

  /// The size of the correlation, in \[0, 1\], that gives this two-sided p value with `n` pairs.
  ///
  ///     |r| = t / sqrt(n - 2 + t^2)      t the 1 - p/2 quantile with n - 2 degrees of freedom
  ///
  /// `p = 0` gives 1, `p = 1` gives 0.
  public static double sizeForP(double p, int n) {
    requirePairs(n);
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1] but was " + p);
    }
    double t = TDistribution.of(n - 2).inverseSurvivalProbability(p / 2);
    return Double.isInfinite(t) ? 1 : t / Math.sqrt(n - 2 + t * t);
  }

  private static void requirePairs(int n) {
    if (!(n >= 3)) {
      throw new IllegalArgumentException("pairs must be at least 3 but was " + n);
    }
  }
}
