package org.myocohort.figures;

/// Refuses numbers that cannot be drawn, naming the mark that carries them.
public final class Finite {
  private static final double LARGEST = 1e12;

  private Finite() {}

  static double value(double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException("a scale's value must be finite but was " + value);
    }
    return value;
  }

  /// Refuses a number that cannot be drawn.
  public static void require(String what, double value, Mark mark) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw new IllegalArgumentException(
          what
              + " of mark '"
              + mark.title()
              + "' ("
              + mark.row()
              + ") must be in [-1e12, 1e12]"
              + " but was "
              + value);
    }
  }

  /// Refuses bounds that run backwards.
  public static void requireOrder(String what, double low, double high, Mark mark) {
    require(what, low, mark);
    require(what, high, mark);
    if (low > high) {
      throw new IllegalArgumentException(
          what
              + " of mark '"
              + mark.title()
              + "' ("
              + mark.row()
              + ") must not fall but went from "
              + low
              + " to "
              + high);
    }
  }
}
