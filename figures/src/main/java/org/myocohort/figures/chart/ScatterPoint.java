package org.myocohort.figures.chart;

import org.myocohort.figures.Finite;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Mark;

/// A point of a scatter plot; each of its two values is known, or the limit that it lies beyond.
///
/// @param x place on the horizontal axis
/// @param xLimit whether the value itself is known, or lies below or above `x`
/// @param y place on the vertical axis
/// @param yLimit whether the value itself is known, or lies below or above `y`
/// @param label a short text beside it; empty for none
/// @param mark title and row
public record ScatterPoint(
    double x, Limit xLimit, double y, Limit yLimit, String label, Mark mark) {
  public ScatterPoint {
    Finite.require("x", x, mark);
    Finite.require("y", y, mark);
  }

  /// Two known values.
  public static ScatterPoint of(double x, double y, Mark mark) {
    return new ScatterPoint(x, Limit.NONE, y, Limit.NONE, "", mark);
  }

  /// The same point with a text beside it.
  public ScatterPoint labelled(String text) {
    return new ScatterPoint(x, xLimit, y, yLimit, text, mark);
  }

  /// The same point with values that lie beyond limits.
  public ScatterPoint beyond(Limit xSide, Limit ySide) {
    return new ScatterPoint(x, xSide, y, ySide, label, mark);
  }
}
