package org.myocohort.figures;

/// A value known only to lie between two bounds, drawn as a bar and never joined to a line.
///
/// @param x place on the x axis
/// @param low the lower bound
/// @param high the upper bound, not below the lower
/// @param label a short text beside it; empty for none
/// @param mark title and row
public record Interval(double x, double low, double high, String label, Mark mark)
    implements Datum {
  public Interval {
    Finite.require("x", x, mark);
    Finite.requireOrder("the bounds", low, high, mark);
  }

  /// Bounds without a label.
  public static Interval of(double x, double low, double high, Mark mark) {
    return new Interval(x, low, high, "", mark);
  }

  /// The same bounds with a text beside them.
  public Interval labelled(String text) {
    return new Interval(x, low, high, text, mark);
  }
}
