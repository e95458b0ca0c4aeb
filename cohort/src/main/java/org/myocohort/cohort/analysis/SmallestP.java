package org.myocohort.cohort.analysis;

/// The smallest two-sided p that an exact rank method can give of so few values, whatever they are.
///
/// It is that of untied values in the most extreme order: one of the `2^n` choices of signs, of the
/// `n! / (k! (n - k)!)` choices of a group, or of the `n!` orders, and its mirror image. Ties and
/// zeros make it larger.
public final class SmallestP {
  private SmallestP() {}

  /// Of the signed-rank or the sign test.
  ///
  /// @param pairs how many
  public static double ofPairs(int pairs) {
    return Math.min(1, 2 * StrictMath.pow(0.5, pairs));
  }

  /// Of the rank-sum test.
  ///
  /// @param first size of the first group
  /// @param second size of the second group
  public static double ofGroups(int first, int second) {
    double choices = 1;
    for (int i = 1; i <= Math.min(first, second); i++) {
      choices *= (double) (first + second - Math.min(first, second) + i) / i;
    }
    return Math.min(1, 2 / choices);
  }

  /// Of a rank correlation.
  ///
  /// @param pairs how many
  public static double ofOrders(int pairs) {
    double orders = 1;
    for (int i = 2; i <= pairs; i++) {
      orders *= i;
    }
    return Math.min(1, 2 / orders);
  }
}
