package org.myocohort.figures;

/// A rectangle of the figure with its two axes: turns values into places.
///
/// @param area the rectangle
/// @param x the horizontal axis, low at the left
/// @param y the vertical axis, low at the bottom
public record Frame(Box area, Scale x, Scale y) {
  private static final double ROUNDING = 1e-9;

  /// The place of an x value.
  ///
  /// @throws IllegalArgumentException where the value is outside the axis, naming the mark
  public double place(double value, Mark mark) {
    double fraction = x.fraction(value);
    if (!(fraction >= -ROUNDING && fraction <= 1 + ROUNDING)) {
      throw new IllegalArgumentException(
          "mark '"
              + mark.title()
              + "' ("
              + mark.row()
              + ") lies at x = "
              + value
              + ", outside the axis "
              + x.low()
              + " to "
              + x.high());
    }
    return across(value);
  }

  /// The place of an x value, held at the edge.
  public double across(double value) {
    return area.left() + clamped(x.fraction(value)) * (area.right() - area.left());
  }

  /// The place of a y value, held at the edge.
  public double up(double value) {
    return area.bottom() - clamped(y.fraction(value)) * (area.bottom() - area.top());
  }

  /// On which side of the y axis a value lies; none where it is on it.
  public Limit outside(double value) {
    double fraction = y.fraction(value);
    if (fraction < -ROUNDING) {
      return Limit.BELOW;
    }
    return fraction > 1 + ROUNDING ? Limit.ABOVE : Limit.NONE;
  }

  private static double clamped(double fraction) {
    return Math.clamp(fraction, 0.0, 1.0);
  }
}
