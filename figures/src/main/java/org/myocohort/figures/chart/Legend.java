package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextWidths;

/// The names of looks, in rows over a plot.
final class Legend {
  /// Draws a look around the middle of its place, which is `width` wide.
  private interface Glyph {
    List<Svg> draw(double left, double middle, double width);
  }

  private final FigureSize size;
  private final Map<String, Glyph> entries = new LinkedHashMap<>();

  Legend(FigureSize size) {
    this.size = size;
  }

  Legend line(String name, SeriesStyle style, boolean pointed) {
    return entry(
        name,
        (left, middle, width) -> {
          List<Svg> shapes = new ArrayList<>();
          double[] places = {left, middle, left + width, middle};
          shapes.add(Marks.polyline(places, style, size.scaled(1.5)));
          if (pointed) {
            shapes.add(symbol(left + width / 2, middle, style.symbol(), style.hue()));
          }
          return shapes;
        });
  }

  Legend point(String name, Symbol symbol, Hue hue) {
    return entry(
        name,
        (left, middle, width) ->
            List.of(symbol(left + width - size.scaled(5), middle, symbol, hue)));
  }

  Legend area(Kind kind) {
    return shape(kind.name(), box -> kind.fill(box, size));
  }

  /// A look that fills a small box.
  Legend shape(String name, Function<Box, List<Svg>> look) {
    double half = 0.42 * size.smallFontSize();
    return entry(
        name,
        (left, middle, width) ->
            look.apply(new Box(left + size.scaled(4), middle - half, left + width, middle + half)));
  }

  private Svg symbol(double x, double y, Symbol symbol, Hue hue) {
    return Marks.symbolAt(x, y, size.scaled(3.1), symbol, hue, false);
  }

  private Legend entry(String name, Glyph glyph) {
    if (!name.isBlank()) {
      entries.putIfAbsent(name, glyph);
    }
    return this;
  }

  /// Draws the entries from `top` on, as many beside each other as fit; returns their bottom.
  double draw(Canvas canvas, double top) {
    if (entries.isEmpty()) {
      return top;
    }
    double glyph = size.scaled(20);
    double gap = size.scaled(5);
    double between = size.scaled(14);
    double x = canvas.left();
    double middle = top + 0.55 * size.smallFontSize();
    for (Map.Entry<String, Glyph> entry : entries.entrySet()) {
      double room =
          Math.min(
              TextWidths.width(entry.getKey(), canvas.smallInk()), canvas.width() - glyph - gap);
      if (x > canvas.left() && x + glyph + gap + room > canvas.right()) {
        x = canvas.left();
        middle += 1.45 * size.smallFontSize();
      }
      canvas.addAll(entry.getValue().draw(x, middle, glyph));
      canvas.add(
          Label.centred(entry.getKey(), x + glyph + gap, middle, Anchor.START, canvas.smallInk())
              .within(room + 0.01));
      x += glyph + gap + room + between;
    }
    return middle + 0.55 * size.smallFontSize() + size.scaled(6);
  }
}
