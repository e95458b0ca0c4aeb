package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Box;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Svg;

/// The texture of an area, so that areas differ without colour.
public enum Hatch {
  NONE,
  RISING,
  FALLING,
  UPRIGHT,
  LEVEL,
  CROSSED;

  /// The lines over a box; an SVG pattern would need an id, which could clash in a page.
  List<Svg> over(Box box, double pitch, double width, String colour) {
    List<Svg> lines = new ArrayList<>();
    switch (this) {
      case NONE -> {}
      case RISING -> slanted(box, pitch, false, lines);
      case FALLING -> slanted(box, pitch, true, lines);
      case CROSSED -> {
        slanted(box, 1.4 * pitch, false, lines);
        slanted(box, 1.4 * pitch, true, lines);
      }
      case UPRIGHT -> {
        for (double x = box.left() + pitch / 2; x < box.right(); x += pitch) {
          lines.add(Marks.line(x, box.top(), x, box.bottom()));
        }
      }
      case LEVEL -> {
        for (double y = box.top() + pitch / 2; y < box.bottom(); y += pitch) {
          lines.add(Marks.line(box.left(), y, box.right(), y));
        }
      }
    }
    lines.forEach(line -> Marks.stroked(line, colour, width));
    return lines;
  }

  private static void slanted(Box box, double pitch, boolean mirrored, List<Svg> lines) {
    double width = box.right() - box.left();
    double height = box.bottom() - box.top();
    double step = 1.4 * pitch;
    for (double sum = step / 2; sum < width + height; sum += step) {
      // The line on which the distances from the left and from the top add up to the sum.
      double from = Math.min(sum, width);
      double to = Math.max(0, sum - height);
      double fromX = mirrored ? box.right() - from : box.left() + from;
      double toX = mirrored ? box.right() - to : box.left() + to;
      lines.add(Marks.line(fromX, box.top() + sum - from, toX, box.top() + sum - to));
    }
  }
}
