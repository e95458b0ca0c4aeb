package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// The shape of a point, so that series differ without colour.
public enum Symbol {
  CIRCLE,
  SQUARE,
  TRIANGLE_UP,
  DIAMOND,
  TRIANGLE_DOWN;

  /// The outline around a centre, without fill or stroke; all shapes look about as large as a
  /// circle of the radius.
  public Svg outline(double x, double y, double radius) {
    double r = radius;
    return switch (this) {
      case CIRCLE -> Svg.element("circle").set("cx", x).set("cy", y).set("r", r);
      case SQUARE ->
          Svg.element("rect")
              .set("x", x - 0.88 * r)
              .set("y", y - 0.88 * r)
              .set("width", 1.76 * r)
              .set("height", 1.76 * r);
      case TRIANGLE_UP ->
          polygon(x, y - 1.25 * r, x + 1.15 * r, y + 0.85 * r, x - 1.15 * r, y + 0.85 * r);
      case TRIANGLE_DOWN ->
          polygon(x, y + 1.25 * r, x - 1.15 * r, y - 0.85 * r, x + 1.15 * r, y - 0.85 * r);
      case DIAMOND -> polygon(x, y - 1.3 * r, x + 1.3 * r, y, x, y + 1.3 * r, x - 1.3 * r, y);
    };
  }

  /// A closed shape through places, given as x and y in turn.
  public static Svg polygon(double... coordinates) {
    List<String> points = new ArrayList<>();
    for (int index = 0; index < coordinates.length; index += 2) {
      points.add(Svg.number(coordinates[index]) + "," + Svg.number(coordinates[index + 1]));
    }
    return Svg.element("polygon").set("points", String.join(" ", points));
  }
}
