package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Band;
import org.myocohort.figures.Box;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Svg;

/// A box for each group with every value as a point on it.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param y the axis; a value beyond it stands at its edge with an arrow
/// @param groups from the left; an empty one keeps its place and says so
/// @param bands reference bands behind the boxes
/// @param cutOffs dotted lines
public record BoxPlot(
    Caption caption,
    FigureSize size,
    Axis y,
    List<BoxGroup> groups,
    List<Band> bands,
    List<CutOff> cutOffs)
    implements Chart {
  private static final double RADIUS = 2.9;
  private static final double FINE = 2;

  public BoxPlot {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A chart of one journal column (84 mm) without bands and cut-offs.
  public static BoxPlot of(Caption caption, Axis y, List<BoxGroup> groups) {
    return new BoxPlot(caption, FigureSize.print(84), y, groups, List.of(), List.of());
  }

  /// The same chart with reference bands.
  public BoxPlot withBands(List<Band> newBands) {
    return new BoxPlot(caption, size, y, groups, newBands, cutOffs);
  }

  /// The same chart with dotted lines.
  public BoxPlot withCutOffs(List<CutOff> newCutOffs) {
    return new BoxPlot(caption, size, y, groups, bands, newCutOffs);
  }

  @Override
  public BoxPlot sized(FigureSize newSize) {
    return new BoxPlot(caption, newSize, y, groups, bands, cutOffs);
  }

  @Override
  public String render() {
    Canvas canvas = new Canvas(this);
    Scale places = Scale.linear(0, Math.max(1, groups.size()));
    double height = Math.clamp(0.72 * canvas.width(), canvas.scaled(170), canvas.scaled(300));
    XyPlot plot = new XyPlot(canvas, places, y, cutOffs, List.of(), canvas.top(), height);
    plot.behind(plot.drawing(1, 1), bands);
    Frame frame = plot.frame();
    double pitch = frame.across(1) - frame.across(0);
    for (int index = 0; index < groups.size(); index++) {
      group(canvas, frame, groups.get(index), frame.across(index + 0.5), pitch);
    }
    if (groups.isEmpty()) {
      canvas.noData(plot.area());
    }
    double base =
        plot.categories(groups.stream().map(BoxGroup::name).toList(), pitch, lowest(canvas, frame));
    double counts = base + canvas.small().lineHeight();
    for (int index = 0; index < groups.size(); index++) {
      plot.under(
          groups.get(index).count(), frame.across(index + 0.5), counts, pitch - canvas.scaled(4));
    }
    return canvas.finish(counts + canvas.scaled(3));
  }

  /// The lower end of the lowest arrow.
  private double lowest(Canvas canvas, Frame frame) {
    return groups.stream()
        .flatMap(group -> group.values().stream())
        .mapToDouble(value -> value.lowest(frame, canvas.scaled(RADIUS)))
        .max()
        .orElse(0);
  }

  private static void group(
      Canvas canvas, Frame frame, BoxGroup group, double middle, double pitch) {
    double half = Math.min(0.32 * pitch, canvas.scaled(46));
    Quartiles quartiles = group.quartiles();
    if (quartiles != null) {
      box(canvas, frame, quartiles, group.style().hue(), middle, half);
    }
    boolean many = group.values().size() > 40;
    points(canvas, frame, group.values(), group, middle, half, canvas.scaled(many ? FINE : RADIUS));
    if (group.values().isEmpty() && quartiles == null) {
      Box area = frame.area();
      canvas.noData(new Box(middle - pitch / 2, area.top(), middle + pitch / 2, area.bottom()));
    }
  }

  private static void box(
      Canvas canvas, Frame frame, Quartiles quartiles, Hue hue, double middle, double half) {
    double top = frame.up(quartiles.upper());
    double bottom = frame.up(quartiles.lower());
    double median = frame.up(quartiles.median());
    double low = frame.up(quartiles.lowWhisker());
    double high = frame.up(quartiles.highWhisker());
    double width = canvas.scaled(1.2);
    List<Svg> shapes = new ArrayList<>();
    shapes.add(line(middle, high, middle, top, width));
    shapes.add(line(middle, bottom, middle, low, width));
    shapes.add(line(middle - 0.4 * half, high, middle + 0.4 * half, high, width));
    shapes.add(line(middle - 0.4 * half, low, middle + 0.4 * half, low, width));
    shapes.add(
        Marks.filled(middle - half, top, 2 * half, bottom - top, hue.colour())
            .set("fill-opacity", 0.18));
    shapes.add(
        Marks.stroked(
            Marks.filled(middle - half, top, 2 * half, bottom - top, "none"), Grey.LINE, width));
    shapes.add(line(middle - half, median, middle + half, median, 2.2 * width));
    canvas.add(quartiles.mark(), shapes);
  }

  private static Svg line(double fromX, double fromY, double toX, double toY, double width) {
    return Marks.stroked(Marks.line(fromX, fromY, toX, toY), Grey.LINE, width);
  }

  private static void points(
      Canvas canvas,
      Frame frame,
      List<Value> values,
      BoxGroup group,
      double middle,
      double half,
      double radius) {
    double[] heights = values.stream().mapToDouble(value -> frame.up(value.amount())).toArray();
    double[] offsets = Swarm.offsets(heights, radius, half - radius);
    for (int index = 0; index < heights.length; index++) {
      Value value = values.get(index);
      canvas.add(value.mark(), value.symbol(frame, middle + offsets[index], radius, group.style()));
    }
  }
}
