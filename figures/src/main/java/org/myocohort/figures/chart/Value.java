package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Finite;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Marks;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;

/// One value of a subject, or the limit that it lies beyond.
///
/// @param amount the value, or the limit
/// @param limit whether the value itself is known, or lies below or above `amount`
/// @param hollow whether the symbol is drawn open; what that means is the caller's
/// @param mark title and row
public record Value(double amount, Limit limit, boolean hollow, Mark mark) {
  // As long as an arrow of Marks.limitArrow is, in radii.
  private static final double ARROW = 4.2;

  public Value {
    Finite.require("the value", amount, mark);
  }

  /// A known value, drawn filled.
  public static Value of(double amount, Mark mark) {
    return new Value(amount, Limit.NONE, false, mark);
  }

  /// A value known only to lie below or above a limit, drawn as an arrow.
  public static Value beyond(double amount, Limit side, Mark mark) {
    return new Value(amount, side, false, mark);
  }

  /// On which side of its amount the value lies, the ends of the axis included.
  private Limit side(Frame frame) {
    Limit outside = frame.outside(amount);
    return outside == Limit.NONE ? limit : outside;
  }

  List<Svg> symbol(Frame frame, double x, double radius, SeriesStyle style) {
    double y = frame.up(amount);
    Limit side = side(frame);
    return side == Limit.NONE
        ? List.of(Marks.symbolAt(x, y, radius, style.symbol(), style.hue(), hollow))
        : Marks.limitArrow(x, y, radius, style.symbol(), style.hue(), side);
  }

  /// The lower end of the symbol, its arrow included.
  double lowest(Frame frame, double radius) {
    return frame.up(amount) + (side(frame) == Limit.BELOW ? ARROW : 1) * radius;
  }

  /// The same value, drawn open.
  public Value asHollow() {
    return new Value(amount, limit, true, mark);
  }
}
