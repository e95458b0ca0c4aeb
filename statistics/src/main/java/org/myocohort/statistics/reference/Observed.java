package org.myocohort.statistics.reference;

/// An own value: the number, or the limit that it lies beyond.
///
/// @param value the number or its limit
/// @param side on which side of it the value lies
public record Observed(double value, Side side) {
  /// Where the value lies.
  public enum Side {
    EXACT,
    BELOW,
    ABOVE
  }

  public static Observed exact(double value) {
    return new Observed(value, Side.EXACT);
  }

  public static Observed below(double limit) {
    return new Observed(limit, Side.BELOW);
  }

  public static Observed above(double limit) {
    return new Observed(limit, Side.ABOVE);
  }

  /// Whether it lies above a number: 1 yes, -1 no, 0 cannot be told.
  int above(double number, int equal) {
    return switch (side) {
      case EXACT -> value > number ? 1 : value < number ? -1 : equal;
      case BELOW -> value <= number ? -1 : 0;
      case ABOVE -> value >= number ? 1 : 0;
    };
  }
}
