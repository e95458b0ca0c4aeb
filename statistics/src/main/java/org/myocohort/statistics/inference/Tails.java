package org.myocohort.statistics.inference;

/// The three probabilities of a test.
///
/// @param less of a statistic as small as the one seen, or smaller
/// @param greater of one as large, or larger
/// @param twoSided of one as far from what is expected; how far is measured is the test's matter
public record Tails(double less, double greater, double twoSided) {

  public Tails {
    less = Math.min(1, less);
    greater = Math.min(1, greater);
    twoSided = Math.min(1, twoSided);
  }

  /// Those of a distribution that is symmetric: two-sided is twice the smaller tail.
  public static Tails symmetric(double less, double greater) {
    return new Tails(less, greater, 2 * Math.min(less, greater));
  }

  /// Those of the statistic with its sign turned.
  public Tails mirrored() {
    double small = less;
    double large = greater;
    return new Tails(/* less= */ large, /* greater= */ small, twoSided);
  }

  /// The one asked for.
  public double p(Alternative alternative) {
    return switch (alternative) {
      case TWO_SIDED -> twoSided;
      case LESS -> less;
      case GREATER -> greater;
    };
  }
}
