package org.myocohort.figures;

/// A known value, or the limit that it lies beyond.
///
/// @param x place on the x axis
/// @param y place on the y axis; outside the scale it is drawn at the edge with an arrow
/// @param limit whether the value itself is known, or lies below or above `y`
/// @param hollow whether the symbol is drawn open; what that means is the caller's
/// @param ringed whether a ring stands around the symbol; what that means is the caller's
/// @param label a short text beside it; empty for none
/// @param mark title and row
public record Point(
    double x, double y, Limit limit, boolean hollow, boolean ringed, String label, Mark mark)
    implements Datum {
  public Point {
    Finite.require("x", x, mark);
    Finite.require("y", y, mark);
  }

  /// A known value, filled, without a label.
  public static Point of(double x, double y, Mark mark) {
    return new Point(x, y, Limit.NONE, false, false, "", mark);
  }

  /// The same point, drawn open.
  public Point asHollow() {
    return new Point(x, y, limit, true, ringed, label, mark);
  }

  /// The same point with a ring around it.
  public Point asRinged() {
    return new Point(x, y, limit, hollow, true, label, mark);
  }

  /// The same point with a text beside it.
  public Point labelled(String text) {
    return new Point(x, y, limit, hollow, ringed, text, mark);
  }

  /// The same point as a limit that the value lies beyond, drawn with an arrow.
  public Point beyond(Limit side) {
    return new Point(x, y, side, hollow, ringed, label, mark);
  }
}
