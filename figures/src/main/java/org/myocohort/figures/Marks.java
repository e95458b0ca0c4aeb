package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Draws single marks and guides at places of the figure.
///
/// A mark shows a row: its element is a `g` with a `data-row` and a `title`. A guide (line, band,
/// cut-off) helps to read; it has at most a title.
public final class Marks {
  private Marks() {}

  /// A ring around a symbol.
  static Svg ring(double x, double y, double radius, double width) {
    return stroked(
        Svg.element("circle").set("cx", x).set("cy", y).set("r", radius).set("fill", "none"),
        Grey.INK,
        width);
  }

  /// A value beyond a limit: an arrow on an open symbol.
  public static List<Svg> limitArrow(
      double x, double y, double radius, Symbol symbol, Hue hue, Limit limit) {
    double way = limit == Limit.BELOW ? 1 : -1;
    double tip = y + way * 4.2 * radius;
    double neck = y + way * 2.4 * radius;
    Svg shaft = stroked(line(x, y + way * radius, x, neck), hue.line(), 0.4 * radius);
    Svg head =
        Symbol.polygon(x, tip, x + 1.1 * radius, neck, x - 1.1 * radius, neck)
            .set("fill", hue.line());
    return List.of(shaft, head, symbolAt(x, y, radius, symbol, hue, true));
  }

  /// A bar from a lower to an upper bound of y, with end lines.
  public static Svg intervalBar(
      Mark mark, double x, double top, double bottom, double width, Hue hue) {
    double height = Math.max(1, bottom - top);
    Svg area = filled(x - width / 2, top, width, height, hue.colour()).set("fill-opacity", 0.35);
    return mark.draw(
        area,
        stroked(line(x - width / 2, top, x + width / 2, top), hue.line(), 1.2),
        stroked(line(x - width / 2, top + height, x + width / 2, top + height), hue.line(), 1.2));
  }

  /// A horizontal bar; an ongoing one ends in an arrow head within its right end.
  public static Svg bar(Mark mark, Box box, Hue hue, boolean ongoing, Svg... texts) {
    double height = box.bottom() - box.top();
    double head = ongoing ? Math.min(0.55 * height, box.right() - box.left()) : 0;
    double middle = (box.top() + box.bottom()) / 2;
    List<Svg> shapes = new ArrayList<>();
    if (ongoing) {
      double shoulder = box.right() - head;
      shapes.add(
          Symbol.polygon(
                  box.left(),
                  box.top(),
                  shoulder,
                  box.top(),
                  box.right(),
                  middle,
                  shoulder,
                  box.bottom(),
                  box.left(),
                  box.bottom())
              .set("fill", hue.colour()));
    } else {
      shapes.add(
          filled(box.left(), box.top(), Math.max(1, box.right() - box.left()), height, hue.colour())
              .set("rx", Math.min(2, height / 4)));
    }
    shapes.addAll(List.of(texts));
    return mark.draw(shapes.toArray(Svg[]::new));
  }

  /// A line through places, given as x and y in turn.
  public static Svg polyline(double[] coordinates, SeriesStyle style, double width) {
    List<String> places = new ArrayList<>();
    for (int index = 0; index < coordinates.length; index += 2) {
      places.add(Svg.number(coordinates[index]) + "," + Svg.number(coordinates[index + 1]));
    }
    Svg line =
        Svg.element("polyline")
            .set("points", String.join(" ", places))
            .set("fill", "none")
            .set("stroke-linejoin", "round");
    return style.dash().applyTo(stroked(line, style.hue().line(), width));
  }

  /// A dotted horizontal line.
  public static Svg cutOff(double left, double right, double y, double width) {
    return stroked(line(left, y, right, y), Grey.CUT_OFF, width)
        .set("stroke-dasharray", Svg.number(1.6 * width) + " " + Svg.number(2.8 * width));
  }

  /// A band behind the marks, with its title.
  public static Svg band(Box box, String title) {
    return filled(
            box.left(), box.top(), box.right() - box.left(), box.bottom() - box.top(), Grey.BAND)
        .add(Svg.element("title").content(title));
  }

  /// A straight line without its stroke.
  public static Svg line(double fromX, double fromY, double toX, double toY) {
    return Svg.element("line").set("x1", fromX).set("y1", fromY).set("x2", toX).set("y2", toY);
  }

  /// The shape with a stroke.
  public static Svg stroked(Svg shape, String colour, double width) {
    return shape.set("stroke", colour).set("stroke-width", width);
  }

  /// A filled rectangle.
  public static Svg filled(double x, double y, double width, double height, String colour) {
    return Svg.element("rect")
        .set("x", x)
        .set("y", y)
        .set("width", width)
        .set("height", height)
        .set("fill", colour);
  }

  /// A symbol, filled or open.
  public static Svg symbolAt(
      double x, double y, double radius, Symbol symbol, Hue hue, boolean hollow) {
    Svg shape = symbol.outline(x, y, radius);
    return stroked(
        shape.set("fill", hollow ? Grey.WHITE : hue.colour()), hue.line(), 0.45 * radius);
  }
}
