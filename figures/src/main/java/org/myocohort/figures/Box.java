package org.myocohort.figures;

/// A rectangle of the figure, with y running down.
///
/// @param left the smaller x
/// @param top the smaller y
/// @param right the larger x
/// @param bottom the larger y
public record Box(double left, double top, double right, double bottom) {
  /// Whether the two share an inner point.
  public boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /// Whether the other lies wholly inside.
  public boolean contains(Box other) {
    return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
  }

  /// The square around a place.
  public static Box around(double x, double y, double radius) {
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }

  /// Whether a straight line between two points touches the box (Liang and Barsky's clipping).
  public boolean touches(double fromX, double fromY, double toX, double toY) {
    double enter = 0;
    double leave = 1;
    double[] steps = {fromX - toX, toX - fromX, fromY - toY, toY - fromY};
    double[] gaps = {fromX - left, right - fromX, fromY - top, bottom - fromY};
    for (int side = 0; side < 4; side++) {
      if (steps[side] == 0) {
        if (gaps[side] < 0) {
          return false;
        }
      } else if (steps[side] < 0) {
        enter = Math.max(enter, gaps[side] / steps[side]);
      } else {
        leave = Math.min(leave, gaps[side] / steps[side]);
      }
    }
    return enter <= leave;
  }
}
