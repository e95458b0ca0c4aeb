package org.myocohort.app.web.patients;

import java.util.List;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Svg;
import org.myocohort.registry.overview.PatientLine.ScorePoint;

/// A patient's scores over time, small enough for a line of a list. It repeats what stands beside
/// it in words, so it is hidden from assistive technology.
final class ScoreSparkline {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 26;
  private static final double EDGE = 3;

  private ScoreSparkline() {}

  /// Draws the scores; empty for fewer than one.
  static String of(List<ScorePoint> points) {
    if (points.isEmpty()) {
      return "";
    }
    long last = Math.max(1, points.getLast().day());
    Svg svg =
        Svg.element("svg")
            .set("width", WIDTH)
            .set("height", HEIGHT)
            .set("viewBox", "0 0 " + Svg.number(WIDTH) + " " + Svg.number(HEIGHT))
            .set("aria-hidden", "true")
            .set("class", "sparkline");
    for (int cut : List.of(20, 40, 60)) {
      svg.add(
          line(0, y(cut), WIDTH, y(cut))
              .set("stroke", Grey.LEADER)
              .set("stroke-width", 0.6)
              .set("stroke-dasharray", "1 2"));
    }
    StringBuilder path = new StringBuilder();
    for (ScorePoint point : points) {
      double x = x(point, last);
      if (point.lower() == point.upper()) {
        path.append(path.isEmpty() ? 'M' : 'L')
            .append(Svg.number(x))
            .append(' ')
            .append(Svg.number(y(point.lower())));
      } else {
        svg.add(
            line(x, y(point.lower()), x, y(point.upper()))
                .set("stroke", Hue.BLUE.line())
                .set("stroke-opacity", 0.45)
                .set("stroke-width", 3));
      }
    }
    if (!path.isEmpty()) {
      svg.add(
          Svg.element("path")
              .set("d", path.toString())
              .set("fill", "none")
              .set("stroke", Hue.BLUE.line())
              .set("stroke-width", 1.4));
    }
    ScorePoint end = points.getLast();
    if (end.lower() == end.upper()) {
      svg.add(
          Svg.element("circle")
              .set("cx", x(end, last))
              .set("cy", y(end.lower()))
              .set("r", 2.4)
              .set("fill", Hue.BLUE.colour()));
    }
    return svg.render();
  }

  private static double x(ScorePoint point, long last) {
    return EDGE + (WIDTH - 2 * EDGE) * Math.clamp(point.day() / (double) last, 0.0, 1.0);
  }

  private static double y(double score) {
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * score / 100;
  }

  private static Svg line(double x1, double y1, double x2, double y2) {
    return Svg.element("line").set("x1", x1).set("y1", y1).set("x2", x2).set("y2", y2);
  }
}
