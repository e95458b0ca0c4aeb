package org.myocohort.figures;

/// A tiny horizontal bar for a table cell: a value, or the bounds of one, out of a maximum.
///
/// @param low the value, or its lower bound, in [0, maximum]
/// @param high the value, or its upper bound, not below `low`
/// @param maximum what the whole strip stands for
/// @param hue colour
/// @param mark title and row
public record BarStrip(double low, double high, double maximum, Hue hue, Mark mark) {
  private static final double WIDTH = 90;
  private static final double HEIGHT = 10;
  private static final double THICKNESS = 8;

  public BarStrip {
    Finite.requireOrder("the strip", low, high, mark);
    Finite.require("the maximum", maximum, mark);
    if (!(low >= 0 && high <= maximum && maximum > 0)) {
      throw new IllegalArgumentException(
          "the strip of mark '"
              + mark.title()
              + "' must be in [0, "
              + maximum
              + "] but was "
              + low
              + " to "
              + high);
    }
  }

  /// A known value.
  public static BarStrip of(double value, double maximum, Hue hue, Mark mark) {
    return new BarStrip(value, value, maximum, hue, mark);
  }

  /// A value known only to lie between two bounds.
  public static BarStrip between(double low, double high, double maximum, Hue hue, Mark mark) {
    return new BarStrip(low, high, maximum, hue, mark);
  }

  /// The strip as SVG text: solid up to the lower bound, pale from there to the upper.
  public String render() {
    FigureSize size = FigureSize.screen(WIDTH).withHeight(HEIGHT);
    double solid = WIDTH * low / maximum;
    double pale = WIDTH * high / maximum - solid;
    Svg track = strip(0, WIDTH, Grey.GRID);
    Svg sure = strip(0, solid, hue.colour());
    Svg open = strip(solid, pale, hue.colour()).set("fill-opacity", 0.35);
    return Svg.document(size, mark.title(), mark.row(), mark.href() != null)
        .add(mark.draw(track, open, sure))
        .render();
  }

  private static Svg strip(double left, double width, String colour) {
    return Marks.filled(left, (HEIGHT - THICKNESS) / 2, width, THICKNESS, colour)
        .set("rx", Math.min(3, width / 2));
  }
}
