package org.myocohort.figures.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.myocohort.figures.Band;
import org.myocohort.figures.CurveDrawing;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Datum;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Marks;
import org.myocohort.figures.Point;
import org.myocohort.figures.Series;
import org.myocohort.figures.SeriesStyle;

/// A line for each subject over a common axis, groups told apart by colour, symbol and dash.
///
/// Few subjects are named at the ends of their lines; of many the title of each mark tells.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param x the time axis, holding every mark
/// @param y the values; one beyond the axis stands at its edge with an arrow
/// @param groups two or more are named in a legend
/// @param bands reference bands behind the lines
/// @param cutOffs dotted lines
public record Spaghetti(
    Caption caption,
    FigureSize size,
    Axis x,
    Axis y,
    List<CourseGroup> groups,
    List<Band> bands,
    List<CutOff> cutOffs)
    implements Chart {
  private static final int NAMED = 8;
  private static final int MANY = 20;

  public Spaghetti {
    groups = List.copyOf(groups);
    bands = List.copyOf(bands);
    cutOffs = List.copyOf(cutOffs);
  }

  /// A chart of one journal column (84 mm) without bands and cut-offs.
  public static Spaghetti of(Caption caption, Axis x, Axis y, List<CourseGroup> groups) {
    return new Spaghetti(caption, FigureSize.print(84), x, y, groups, List.of(), List.of());
  }

  /// The same chart with reference bands.
  public Spaghetti withBands(List<Band> newBands) {
    return new Spaghetti(caption, size, x, y, groups, newBands, cutOffs);
  }

  /// The same chart with dotted lines.
  public Spaghetti withCutOffs(List<CutOff> newCutOffs) {
    return new Spaghetti(caption, size, x, y, groups, bands, newCutOffs);
  }

  @Override
  public Spaghetti sized(FigureSize newSize) {
    return new Spaghetti(caption, newSize, x, y, groups, bands, cutOffs);
  }

  @Override
  public String render() {
    Canvas canvas = new Canvas(this);
    double top = CourseGroup.legend(groups, canvas).draw(canvas, canvas.top());
    List<Series> courses = groups.stream().flatMap(group -> group.series().stream()).toList();
    double height = Math.clamp(0.62 * canvas.width(), canvas.scaled(150), canvas.scaled(330));
    List<Series> named = courses.size() <= NAMED ? courses : List.of();
    XyPlot plot = new XyPlot(canvas, x.scale(), y, cutOffs, named, top, height);
    boolean summed = groups.stream().anyMatch(group -> !group.middle().isEmpty());
    double fine = courses.size() > MANY || summed ? 0.65 : 1;
    CurveDrawing drawing = plot.drawing(canvas.scaled(2.9 * fine), canvas.scaled(1.5 * fine));
    plot.behind(drawing, bands);
    groups.stream().flatMap(CourseGroup::marks).forEach(canvas::linked);
    canvas.addAll(drawing.keepingSeriesApart().series(courses));
    for (CourseGroup group : groups) {
      middle(canvas, plot, group);
    }
    if (groups.stream().allMatch(CourseGroup::isEmpty)) {
      canvas.noData(plot.area());
    }
    return canvas.finish(plot.beneath(x.title()));
  }

  /// The line over all courses: broad, with a white rim that lifts it off them.
  private static void middle(Canvas canvas, XyPlot plot, CourseGroup group) {
    if (group.middle().isEmpty()) {
      return;
    }
    Frame frame = plot.frame();
    Series series = new Series(group.name(), group.style(), group.middle());
    double[] places =
        series.points().stream().flatMapToDouble(point -> place(frame, point)).toArray();
    if (places.length > 2) {
      canvas.add(
          Marks.stroked(
              Marks.polyline(places, SeriesStyle.of(group.style().hue()), 1),
              Grey.WHITE,
              canvas.scaled(5.5)));
    }
    canvas.addAll(plot.drawing(canvas.scaled(4), canvas.scaled(3.2)).series(List.of(series)));
  }

  private static DoubleStream place(Frame frame, Datum datum) {
    return datum instanceof Point point
        ? DoubleStream.of(frame.across(point.x()), frame.up(point.y()))
        : DoubleStream.empty();
  }
}
