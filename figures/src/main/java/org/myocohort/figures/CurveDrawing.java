package org.myocohort.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws bands, cut-off lines and series into a frame, for lanes and panels alike.
public final class CurveDrawing {
  private final Frame frame;
  private final FigureSize size;
  private final double radius;
  private final double lineWidth;
  private final LabelPlacer placer;
  private final Set<List<Long>> everyPlace = new HashSet<>();
  private boolean apart;

  /// Draws into a frame.
  ///
  /// @param radius of a symbol
  /// @param lineWidth of a curve
  /// @param labelBounds where texts beside points may stand
  public CurveDrawing(
      Frame frame, FigureSize size, double radius, double lineWidth, Box labelBounds) {
    this.frame = frame;
    this.size = size;
    this.radius = radius;
    this.lineWidth = lineWidth;
    this.placer = new LabelPlacer(labelBounds);
  }

  /// From now on, symbols of different series keep apart too where they would be one.
  public CurveDrawing keepingSeriesApart() {
    apart = true;
    return this;
  }

  /// Bands, to be drawn first.
  public List<Svg> bands(List<Band> bands) {
    List<Svg> drawn = new ArrayList<>();
    for (Band band : bands) {
      Box area = frame.area();
      double top = Double.isInfinite(band.high()) ? area.top() : frame.up(band.high());
      double bottom = Double.isInfinite(band.low()) ? area.bottom() : frame.up(band.low());
      // A band narrower than a hair would vanish beside the base line.
      double shown = Math.min(top, bottom - size.scaled(2));
      if (frame.outside(Math.max(band.low(), -Double.MAX_VALUE)) != Limit.ABOVE
          && frame.outside(Math.min(band.high(), Double.MAX_VALUE)) != Limit.BELOW) {
        double left = Double.isInfinite(band.from()) ? area.left() : frame.across(band.from());
        double right = Double.isInfinite(band.to()) ? area.right() : frame.across(band.to());
        drawn.add(
            Marks.band(new Box(left, Math.max(area.top(), shown), right, bottom), band.title()));
      }
    }
    return drawn;
  }

  /// Dotted lines, those outside the axis left out.
  public List<Svg> cutOffs(List<CutOff> cutOffs) {
    List<Svg> drawn = new ArrayList<>();
    for (CutOff cutOff : cutOffs) {
      if (frame.outside(cutOff.value()) == Limit.NONE) {
        double y = frame.up(cutOff.value());
        Box area = frame.area();
        drawn.add(Marks.cutOff(area.left(), area.right(), y, size.scaled(1)));
        placer.avoidDots(area.left(), y, area.right(), y);
      }
    }
    return drawn;
  }

  /// Lines first, then all points above them, then the texts.
  public List<Svg> series(List<Series> all) {
    List<Svg> lines = new ArrayList<>();
    List<Svg> points = new ArrayList<>();
    List<Placed> labels = new ArrayList<>();
    for (Series series : all) {
      Svg line = line(series);
      if (line != null) {
        lines.add(line);
      }
      List<double[]> taken = new ArrayList<>();
      for (Datum datum : series.data()) {
        points.add(
            switch (datum) {
              case Point point -> point(point, series.style(), taken, labels);
              case Interval interval -> interval(interval, series.style(), labels);
            });
      }
    }
    lines.addAll(points);
    for (Placed label : labels) {
      for (Label line : placer.place(label.text(), label.about(), label.style())) {
        lines.add(line.draw());
      }
    }
    return lines;
  }

  private record Placed(String text, Box about, TextStyle style) {}

  private @Nullable Svg line(Series series) {
    List<Point> points = series.points();
    if (points.size() < 2) {
      return null;
    }
    double[] coordinates = new double[points.size() * 2];
    for (int index = 0; index < points.size(); index++) {
      Point point = points.get(index);
      coordinates[2 * index] = frame.place(point.x(), point.mark());
      coordinates[2 * index + 1] = frame.up(point.y());
      if (index > 0) {
        placer.avoidLine(
            coordinates[2 * index - 2],
            coordinates[2 * index - 1],
            coordinates[2 * index],
            coordinates[2 * index + 1]);
      }
    }
    return Svg.element("g")
        .add(Svg.element("title").content(series.name()))
        .add(Marks.polyline(coordinates, series.style(), lineWidth));
  }

  private Svg point(Point point, SeriesStyle style, List<double[]> taken, List<Placed> labels) {
    double y = frame.up(point.y());
    double own = beside(frame.place(point.x(), point.mark()), y, taken);
    double x = apart ? besideOthers(own, y) : own;
    Box box = Box.around(x, y, radius * 1.3);
    placer.avoidPoint(box);
    if (!point.label().isEmpty()) {
      labels.add(new Placed(point.label(), box, size.smallBold(style.hue().ink())));
    }
    Limit outside = frame.outside(point.y());
    Limit limit = outside == Limit.NONE ? point.limit() : outside;
    List<Svg> shapes = new ArrayList<>();
    if (point.ringed()) {
      shapes.add(Marks.ring(x, y, 2.1 * radius, 0.35 * radius));
    }
    if (limit == Limit.NONE) {
      shapes.add(Marks.symbolAt(x, y, radius, style.symbol(), style.hue(), point.hollow()));
    } else {
      shapes.addAll(Marks.limitArrow(x, y, radius, style.symbol(), style.hue(), limit));
    }
    return point.mark().draw(shapes.toArray(Svg[]::new));
  }

  private Svg interval(Interval interval, SeriesStyle style, List<Placed> labels) {
    double x = frame.place(interval.x(), interval.mark());
    double top = frame.up(interval.high());
    double bottom = frame.up(interval.low());
    double width = 2 * radius;
    Box box = new Box(x - radius, top, x + radius, Math.max(bottom, top + 1));
    placer.avoidPoint(box);
    if (!interval.label().isEmpty()) {
      labels.add(new Placed(interval.label(), box, size.small(Grey.TEXT)));
    }
    return Marks.intervalBar(interval.mark(), x, top, bottom, width, style.hue());
  }

  /// The x of a symbol: its own, or the next free one beside where an earlier symbol of the same
  /// series would hide it. Series may cover each other: their places tell which is which.
  private double beside(double x, double y, List<double[]> taken) {
    double shift = 1.7 * radius;
    double way = x + shift > frame.area().right() ? -shift : shift;
    double free = x;
    while (covered(free, y, taken)
        && free + way >= frame.area().left()
        && free + way <= frame.area().right()) {
      free += way;
    }
    taken.add(new double[] {free, y});
    return free;
  }

  /// The x of a symbol: its own, or the next one beside where an earlier symbol of any series
  /// stands at the very same place. Near ones may cover each other, lest a crowd drift away from
  /// its x.
  private double besideOthers(double x, double y) {
    double shift = 1.7 * radius;
    double way = x + shift > frame.area().right() ? -shift : shift;
    double free = x;
    while (!everyPlace.add(List.of(Math.round(free), Math.round(2 * y)))
        && free + way >= frame.area().left()
        && free + way <= frame.area().right()) {
      free += way;
    }
    return free;
  }

  private boolean covered(double x, double y, List<double[]> taken) {
    // Points come in the order of x, so only the latest can be near.
    for (double[] place : taken.reversed()) {
      if (place[0] < x - 4 * radius) {
        return false;
      }
      if (Math.abs(place[0] - x) < 0.5 && Math.abs(place[1] - y) < 1.2 * radius) {
        return true;
      }
    }
    return false;
  }
}
