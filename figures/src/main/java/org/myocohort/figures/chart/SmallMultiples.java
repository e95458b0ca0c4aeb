package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.Axes;
import org.myocohort.figures.Band;
import org.myocohort.figures.Box;
import org.myocohort.figures.CurveDrawing;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.EndLabels;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Point;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;

/// A small panel for each subject, all with the same axes, the other subjects in grey behind.
///
/// Drawing costs the square of the number of subjects: every panel shows all of them.
///
/// @param caption title, description, stamp
/// @param size width and letters; as many panels beside each other as can be read
/// @param x the time axis, holding every mark
/// @param y the values
/// @param groups two or more are named in a legend; their middle lines are not drawn
/// @param bands reference bands behind the lines
/// @param cutOffs dotted lines
public record SmallMultiples(
    Caption caption,
    FigureSize size,
    Axis x,
    Axis y,
    List<CourseGroup> groups,
    List<Band> bands,
    List<CutOff> cutOffs)
    implements Chart {
  private static final double LEAST = 84;
  private static final double MOST = 300;

  public SmallMultiples {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A chart of two journal columns (174 mm) without bands and cut-offs.
  public static SmallMultiples of(Caption caption, Axis x, Axis y, List<CourseGroup> groups) {
    return new SmallMultiples(caption, FigureSize.print(174), x, y, groups, List.of(), List.of());
  }

  /// The same chart with reference bands.
  public SmallMultiples withBands(List<Band> newBands) {
    return new SmallMultiples(caption, size, x, y, groups, newBands, cutOffs);
  }

  /// The same chart with dotted lines.
  public SmallMultiples withCutOffs(List<CutOff> newCutOffs) {
    return new SmallMultiples(caption, size, x, y, groups, bands, newCutOffs);
  }

  @Override
  public SmallMultiples sized(FigureSize newSize) {
    return new SmallMultiples(caption, newSize, x, y, groups, bands, cutOffs);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  /// How many panels stand beside each other.
  static int columns(int panels, double width, double least) {
    int most = Math.max(1, (int) (width / least));
    int wished = (int) Math.ceil(Math.sqrt(1.6 * panels));
    int columns = Math.clamp(Math.min(wished, most), 1, Math.max(1, panels));
    int rows = Math.ceilDiv(Math.max(1, panels), columns);
    // As few columns as that many rows need: the last row then lacks the least.
    return Math.ceilDiv(Math.max(1, panels), rows);
  }

  private static final class Painter {
    private final SmallMultiples chart;
    private final Canvas canvas;
    private final Axes axes;
    private final EndLabels ends;
    private final List<Series> all;

    Painter(SmallMultiples chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      this.axes = new Axes(chart.size());
      this.ends =
          new EndLabels(
              chart.size(), chart.y().scale(), chart.cutOffs(), List.of(), 0.2 * canvas.width());
      this.all = chart.groups().stream().flatMap(group -> group.series().stream()).toList();
    }

    String paint() {
      double top = CourseGroup.legend(chart.groups(), canvas).draw(canvas, canvas.top());
      chart.groups().stream().flatMap(CourseGroup::marks).forEach(canvas::linked);
      double titleBase = top + chart.size().smallFontSize();
      double first =
          canvas.wrapped(
                  chart.y().title(),
                  canvas.left(),
                  titleBase,
                  canvas.width(),
                  Anchor.START,
                  canvas.smallInk())
              + canvas.scaled(8);
      double left = canvas.left() + tickWidth() + canvas.scaled(9);
      double beside = canvas.scaled(8);
      double right = canvas.right() - Math.max(ends.width(), beside);
      int columns = columns(all.size(), right - left, canvas.scaled(LEAST));
      double between = canvas.scaled(10);
      double width =
          Math.min((right - left - (columns - 1) * between) / columns, canvas.scaled(MOST));
      double height = Math.max(0.62 * width, canvas.scaled(48));
      double head = chart.size().smallFontSize() * 1.45;
      double pitch = head + height + canvas.scaled(9);
      for (int index = 0; index < all.size(); index++) {
        double panelLeft = left + index % columns * (width + between);
        int row = index / columns;
        double panelTop = first + row * pitch + head;
        Box area = new Box(panelLeft, panelTop, panelLeft + width, panelTop + height);
        panel(index, columns, area);
      }
      if (all.isEmpty()) {
        canvas.noData(new Box(left, first, right, first + height));
      }
      int rows = Math.max(1, Math.ceilDiv(all.size(), columns));
      double bottom = first + rows * pitch - canvas.scaled(9);
      double base = bottom + canvas.scaled(6) + chart.size().fontSize() * 2.5;
      double middle = left + (columns * (width + between) - between) / 2;
      double end =
          canvas.wrapped(
              chart.x().title(),
              middle,
              base,
              2 * Math.min(middle - canvas.left(), canvas.right() - middle),
              Anchor.MIDDLE,
              canvas.smallInk());
      return canvas.finish(end + canvas.scaled(3));
    }

    /// Room for the labels of low and high panels, whose ticks differ.
    private double tickWidth() {
      return Math.max(
          axes.tickWidth(chart.y().scale(), 0),
          axes.tickWidth(chart.y().scale(), canvas.scaled(MOST)));
    }

    private void panel(int index, int columns, Box area) {
      Series own = all.get(index);
      Frame frame = new Frame(area, chart.x().scale(), chart.y().scale());
      CurveDrawing drawing =
          new CurveDrawing(frame, chart.size(), canvas.scaled(2.4), canvas.scaled(1.5), area);
      canvas.addAll(drawing.bands(chart.bands()));
      double zero = frame.x().fraction(0);
      if (zero > 0 && zero < 1) {
        double x = frame.across(0);
        canvas.line(x, area.top(), x, area.bottom(), Grey.LEADER, canvas.scaled(1));
      }
      for (Series other : all) {
        if (!other.equals(own)) {
          behind(other, frame);
        }
      }
      canvas.addAll(drawing.cutOffs(chart.cutOffs()));
      canvas.addAll(axes.lines(frame));
      if (index % columns == 0) {
        canvas.addAll(axes.left(frame));
      }
      // The last panel of every column carries the labels: nothing stands beneath it.
      canvas.addAll(axes.bottom(frame, index + columns >= all.size()));
      if (index % columns == columns - 1 || index == all.size() - 1) {
        canvas.addAll(ends.draw(frame));
      }
      canvas.add(
          Label.of(
                  own.name(),
                  area.left(),
                  area.top() - canvas.scaled(5),
                  Anchor.START,
                  chart.size().smallBold(Grey.INK))
              .within(area.right() - area.left()));
      canvas.addAll(drawing.series(List.of(own)));
      if (own.data().isEmpty()) {
        canvas.noData(area);
      }
    }

    private void behind(Series other, Frame frame) {
      List<Point> points = other.points();
      if (points.size() < 2) {
        return;
      }
      double[] places = new double[2 * points.size()];
      for (int index = 0; index < points.size(); index++) {
        places[2 * index] = frame.across(points.get(index).x());
        places[2 * index + 1] = frame.up(points.get(index).y());
      }
      canvas.add(
          Marks.stroked(
              Marks.polyline(places, SeriesStyle.of(other.style().hue()), 1),
              Grey.BEHIND,
              canvas.scaled(0.7)));
    }
  }
}
