package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.LabelPlacer;
import org.myocohort.figures.Limit;
import org.myocohort.figures.Marks;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Points of two values each, with a line through them and what was computed of them.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param x the horizontal axis, holding every point
/// @param y the vertical axis; a value beyond it stands at its edge with an arrow
/// @param groups two or more are named in a legend
/// @param fit a line; null for none
/// @param numbers lines of a text in a free corner, else over the plot; empty for none
/// @param cutOffs dotted lines
public record Scatter(
    Caption caption,
    FigureSize size,
    Axis x,
    Axis y,
    List<ScatterGroup> groups,
    @Nullable FitLine fit,
    List<String> numbers,
    List<CutOff> cutOffs)
    implements Chart {
  public Scatter {
    groups = List.copyOf(groups);
    numbers = List.copyOf(numbers);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A chart of one journal column (84 mm) of points alone.
  public static Scatter of(Caption caption, Axis x, Axis y, List<ScatterGroup> groups) {
    return new Scatter(caption, FigureSize.print(84), x, y, groups, null, List.of(), List.of());
  }

  /// The same chart with a line.
  public Scatter withFit(FitLine line) {
    return new Scatter(caption, size, x, y, groups, line, numbers, cutOffs);
  }

  /// The same chart with lines of text.
  public Scatter withNumbers(List<String> lines) {
    return new Scatter(caption, size, x, y, groups, fit, lines, cutOffs);
  }

  /// The same chart with dotted lines.
  public Scatter withCutOffs(List<CutOff> newCutOffs) {
    return new Scatter(caption, size, x, y, groups, fit, numbers, newCutOffs);
  }

  @Override
  public Scatter sized(FigureSize newSize) {
    return new Scatter(caption, newSize, x, y, groups, fit, numbers, cutOffs);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private static final int MOST_MOVES = 200;

    private final Scatter chart;
    private final Canvas canvas;
    private final double radius;

    Painter(Scatter chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      int points = chart.groups().stream().mapToInt(group -> group.points().size()).sum();
      this.radius = canvas.scaled(points > 60 ? 2.4 : 3.2);
    }

    /// A point at its place in the figure.
    private record Placed(ScatterPoint point, SeriesStyle style, double x, double y, Box box) {}

    String paint() {
      double top = legend().draw(canvas, canvas.top());
      XyPlot plot = plot(top);
      List<Placed> placed = placed(plot.frame());
      Box home = home(plot, placed);
      if (home == null && !chart.numbers().isEmpty()) {
        plot = plot(above(top));
        placed = placed(plot.frame());
      }
      plot.behind(plot.drawing(1, 1), List.of());
      LabelPlacer placer =
          new LabelPlacer(
              new Box(
                  plot.area().left() + canvas.scaled(2),
                  plot.area().top() - canvas.scaled(9),
                  plot.area().right() + canvas.scaled(4),
                  plot.area().bottom() - canvas.scaled(1)));
      if (home != null) {
        numbers(home);
        placer.avoidText(home);
      }
      FitLine fit = chart.fit();
      if (fit != null) {
        fit(fit, plot.frame(), placer);
      }
      for (CutOff cutOff : chart.cutOffs()) {
        double y = plot.frame().up(cutOff.value());
        placer.avoidDots(plot.area().left(), y, plot.area().right(), y);
      }
      points(placed, plot.frame(), placer);
      if (placed.isEmpty()) {
        canvas.noData(plot.area());
      }
      return canvas.finish(plot.beneath(chart.x().title()));
    }

    private Legend legend() {
      Legend legend = new Legend(chart.size());
      if (chart.groups().size() > 1) {
        chart
            .groups()
            .forEach(
                group -> legend.point(group.name(), group.style().symbol(), group.style().hue()));
      }
      FitLine fit = chart.fit();
      if (fit != null) {
        legend.line(fit.name(), fit.style(), false);
      }
      return legend;
    }

    private XyPlot plot(double top) {
      double height = Math.clamp(0.72 * canvas.width(), canvas.scaled(170), canvas.scaled(330));
      return new XyPlot(
          canvas, chart.x().scale(), chart.y(), chart.cutOffs(), List.of(), top, height);
    }

    /// Places of all points; one that would hide an earlier one moves beside it.
    private List<Placed> placed(Frame frame) {
      List<Placed> placed = new ArrayList<>();
      Set<Long> taken = new HashSet<>();
      for (ScatterGroup group : chart.groups()) {
        for (ScatterPoint point : group.points()) {
          double x = frame.place(point.x(), point.mark());
          double y = frame.up(point.y());
          for (int moved = 1; !taken.add(cell(x, y)) && moved <= MOST_MOVES; moved++) {
            // To the right and to the left in turn, so that the heap stays about its place.
            double way = (moved % 2 == 1 ? 1 : -1) * ((moved + 1) / 2) * 1.5 * radius;
            double place = frame.across(point.x()) + way;
            boolean inside = place >= frame.area().left() && place <= frame.area().right();
            x = inside ? place : x;
          }
          placed.add(new Placed(point, group.style(), x, y, Box.around(x, y, 1.4 * radius)));
        }
      }
      return placed;
    }

    private static long cell(double x, double y) {
      return Math.round(x) * 1_000_003 + Math.round(y);
    }

    /// A corner of the plot without points and line, for the numbers; null where there is none.
    private @Nullable Box home(XyPlot plot, List<Placed> placed) {
      if (chart.numbers().isEmpty()) {
        return null;
      }
      double width = 0;
      for (String line : chart.numbers()) {
        width = Math.max(width, TextWidths.width(line, canvas.smallInk()));
      }
      double height = chart.numbers().size() * canvas.small().lineHeight();
      double margin = canvas.scaled(5);
      Box area = plot.area();
      double low = area.left() + margin;
      double high = area.right() - margin - width;
      if (high < low) {
        return null;
      }
      for (double top : new double[] {area.top(), area.bottom() - margin - height}) {
        for (double left : new double[] {low, high}) {
          Box box = new Box(left, top, left + width, top + height);
          if (placed.stream().noneMatch(point -> point.box().overlaps(box))
              && !crossed(box, plot.frame())) {
            return box;
          }
        }
      }
      return null;
    }

    private boolean crossed(Box box, Frame frame) {
      for (CutOff cutOff : chart.cutOffs()) {
        double y = frame.up(cutOff.value());
        if (y > box.top() && y < box.bottom()) {
          return true;
        }
      }
      FitLine fit = chart.fit();
      if (fit == null) {
        return false;
      }
      double[] line = coordinates(fit, frame);
      for (int index = 2; index < line.length; index += 2) {
        if (box.touches(line[index - 2], line[index - 1], line[index], line[index + 1])) {
          return true;
        }
      }
      return false;
    }

    private void numbers(Box home) {
      double base = home.top() + 0.9 * chart.size().smallFontSize();
      for (String line : chart.numbers()) {
        canvas.add(Label.of(line, home.left(), base, Anchor.START, canvas.smallInk()));
        base += canvas.small().lineHeight();
      }
    }

    private double above(double top) {
      double end = top;
      for (String line : chart.numbers()) {
        double base = end + chart.size().smallFontSize();
        end =
            canvas.wrapped(
                    line, canvas.left(), base, canvas.width(), Anchor.START, canvas.smallInk())
                + canvas.scaled(3);
      }
      return end + canvas.scaled(5);
    }

    private static double[] coordinates(FitLine fit, Frame frame) {
      double[] line = new double[2 * fit.places().size()];
      for (int index = 0; index < fit.places().size(); index++) {
        line[2 * index] = frame.across(fit.places().get(index).x());
        line[2 * index + 1] = frame.up(fit.places().get(index).y());
      }
      return line;
    }

    private void fit(FitLine fit, Frame frame, LabelPlacer placer) {
      double[] line = coordinates(fit, frame);
      for (int index = 2; index < line.length; index += 2) {
        placer.avoidLine(line[index - 2], line[index - 1], line[index], line[index + 1]);
      }
      canvas.add(
          Svg.element("g")
              .add(Svg.element("title").content(fit.name()))
              .add(Marks.polyline(line, fit.style(), canvas.scaled(1.5))));
    }

    private void points(List<Placed> placed, Frame frame, LabelPlacer placer) {
      placed.forEach(each -> placer.avoidPoint(each.box()));
      for (Placed each : placed) {
        canvas.add(each.point().mark(), symbol(each, frame));
      }
      List<Label> labels = new ArrayList<>();
      for (Placed each : placed) {
        if (!each.point().label().isEmpty()) {
          TextStyle style = chart.size().small(each.style().hue().ink());
          List<Label> label = placer.place(each.point().label(), each.box(), style);
          leader(each, label);
          labels.addAll(label);
        }
      }
      labels.forEach(canvas::add);
    }

    /// A thin line to a text that found no room beside its point.
    private void leader(Placed placed, List<Label> label) {
      if (label.isEmpty()) {
        return;
      }
      Box text = label.getFirst().box();
      double x = Math.clamp(placed.x(), text.left(), text.right());
      double y = placed.y() < text.top() ? text.top() : Math.min(placed.y(), text.bottom());
      double distance = Math.hypot(x - placed.x(), y - placed.y());
      if (distance > 2.4 * radius) {
        double share = 1.3 * radius / distance;
        canvas.line(
            placed.x() + share * (x - placed.x()),
            placed.y() + share * (y - placed.y()),
            x,
            y,
            Grey.CUT_OFF,
            canvas.scaled(0.6));
      }
    }

    private List<Svg> symbol(Placed placed, Frame frame) {
      ScatterPoint point = placed.point();
      Limit outside = frame.outside(point.y());
      Limit vertical = outside == Limit.NONE ? point.yLimit() : outside;
      SeriesStyle style = placed.style();
      boolean known = vertical == Limit.NONE && point.xLimit() == Limit.NONE;
      List<Svg> shapes = new ArrayList<>();
      if (point.xLimit() != Limit.NONE) {
        double way = point.xLimit() == Limit.BELOW ? -1 : 1;
        double neck = placed.x() + way * 2.4 * radius;
        double tip = placed.x() + way * 4.2 * radius;
        shapes.add(
            Marks.stroked(
                Marks.line(placed.x() + way * radius, placed.y(), neck, placed.y()),
                style.hue().line(),
                0.4 * radius));
        shapes.add(
            Symbol.polygon(
                    tip,
                    placed.y(),
                    neck,
                    placed.y() - 1.1 * radius,
                    neck,
                    placed.y() + 1.1 * radius)
                .set("fill", style.hue().line()));
      }
      if (vertical != Limit.NONE) {
        shapes.addAll(
            Marks.limitArrow(
                placed.x(), placed.y(), radius, style.symbol(), style.hue(), vertical));
      } else {
        shapes.add(
            Marks.symbolAt(placed.x(), placed.y(), radius, style.symbol(), style.hue(), !known));
      }
      return shapes;
    }
  }
}
