package org.myocohort.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The signed-rank test of `n` differences that all have the same sign: the smallest p it can give.
///
/// - **Input:** `n >= 1` differences, none of them zero, none of equal size.
/// - **Errors:** `n` below 1.
/// - **Source:** Wilcoxon F. Individual comparisons by ranking methods. Biometrics Bull
///   1945;1:80-83, doi:10.2307/3001968.
public final class WilcoxonSignedRank {
  private WilcoxonSignedRank() {}

  /// The exact two-sided p value: two of the `2^n` equally likely patterns of signs.
  ///
  /// One difference gives 1.
  public static double exactPOfLikeSigns(int n) {
    requireDifferences(n);
    return Math.scalb(1.0, 1 - n);
  }

  /// The two-sided p value by the normal approximation without continuity correction.
  ///
  ///     z = (W - n(n+1)/4) / sqrt( n(n+1)(2n+1)/24 )      with W = n(n+1)/2
  ///
  /// For ten differences it is 0.0051 where the exact value is 0.0020.
  public static double approximatePOfLikeSigns(int n) {
    requireDifferences(n);
    double pairs = (double) n * (n + 1.0);
    double z = pairs / 4 / Math.sqrt(pairs * (2.0 * n + 1) / 24);
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }

  private static void requireDifferences(int n) {
    if (!(n >= 1)) {
      throw new IllegalArgumentException("differences must be at least 1 but was " + n);
    }
  }
}
