package org.myocohort.statistics.rank;

import java.math.BigDecimal;

/// Differences of decimals as a person would write them down: `0.3 - 0.1` equals `0.2`.
///
/// In binary arithmetic it does not, and ranks of such differences would break ties at random.
public final class DecimalDifference {
  private DecimalDifference() {}

  /// The difference of the shortest decimals that stand for the two numbers; equal infinite ones
  /// (both beyond the same limit) differ by 0.
  public static double of(double minuend, double subtrahend) {
    if (Double.isInfinite(minuend) || Double.isInfinite(subtrahend)) {
      return minuend == subtrahend ? 0 : minuend - subtrahend;
    }
    if (minuend == Math.rint(minuend) && subtrahend == Math.rint(subtrahend)) {
      return minuend - subtrahend;
    }
    return BigDecimal.valueOf(minuend).subtract(BigDecimal.valueOf(subtrahend)).doubleValue();
  }

  /// The differences of pairs.
  public static double[] of(double[] minuends, double[] subtrahends) {
    if (minuends.length != subtrahends.length) {
      throw new IllegalArgumentException(
          "pairs need as many values on both sides but were %d and %d"
              .formatted(minuends.length, subtrahends.length));
    }
    double[] differences = new double[minuends.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = of(minuends[i], subtrahends[i]);
    }
    return differences;
  }
}
