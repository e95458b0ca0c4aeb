package org.myocohort.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.myocohort.figures.Anchor;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Dash;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Frame;
import org.myocohort.figures.Grey;
import org.myocohort.figures.Label;
import org.myocohort.figures.Marks;
import org.myocohort.figures.SeriesStyle;
import org.myocohort.figures.Svg;
import org.myocohort.figures.Symbol;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;

/// Curves of time to an event (Kaplan-Meier, or cumulative incidence rising from 0), with the
/// numbers at risk beneath.
///
/// @param caption title, description, stamp
/// @param size width and letters
/// @param time the axis, holding every step
/// @param y the share
/// @param groups two or more are named in a legend
/// @param limits how the limits of confidence are drawn
/// @param cutOffs dotted lines
/// @param atRiskTitle over the numbers at risk
/// @param numbers lines of a text beneath the legend, such as a test's result; empty for none
public record SurvivalCurves(
    Caption caption,
    FigureSize size,
    Axis time,
    Axis y,
    List<SurvivalGroup> groups,
    LimitStyle limits,
    List<CutOff> cutOffs,
    String atRiskTitle,
    List<String> numbers)
    implements Chart {
  /// How the limits of confidence are drawn.
  public enum LimitStyle {
    /// A pale band.
    BAND,
    /// Two fine dashed lines.
    DASHED,
    /// Not at all.
    NONE
  }

  public SurvivalCurves {
    groups = List.copyOf(groups);
    cutOffs = List.copyOf(cutOffs);
    numbers = List.copyOf(numbers);
  }

  /// A chart of one journal column (84 mm) with bands of confidence.
  public static SurvivalCurves of(
      Caption caption, Axis time, Axis y, List<SurvivalGroup> groups, String atRiskTitle) {
    return new SurvivalCurves(
        caption,
        FigureSize.print(84),
        time,
        y,
        groups,
        LimitStyle.BAND,
        List.of(),
        atRiskTitle,
        List.of());
  }

  /// The same chart with its limits drawn another way.
  public SurvivalCurves withLimits(LimitStyle style) {
    return new SurvivalCurves(caption, size, time, y, groups, style, cutOffs, atRiskTitle, numbers);
  }

  /// The same chart with dotted lines.
  public SurvivalCurves withCutOffs(List<CutOff> newCutOffs) {
    return new SurvivalCurves(
        caption, size, time, y, groups, limits, newCutOffs, atRiskTitle, numbers);
  }

  /// The same chart with lines of text over the plot.
  public SurvivalCurves withNumbers(List<String> lines) {
    return new SurvivalCurves(caption, size, time, y, groups, limits, cutOffs, atRiskTitle, lines);
  }

  @Override
  public SurvivalCurves sized(FigureSize newSize) {
    return new SurvivalCurves(
        caption, newSize, time, y, groups, limits, cutOffs, atRiskTitle, numbers);
  }

  @Override
  public String render() {
    return new Painter(this).paint();
  }

  private static final class Painter {
    private final SurvivalCurves chart;
    private final Canvas canvas;
    private final XyPlot plot;
    private final Frame frame;
    private final double names;

    Painter(SurvivalCurves chart) {
      this.chart = chart;
      this.canvas = new Canvas(chart);
      Legend legend = new Legend(chart.size());
      if (chart.groups().size() > 1) {
        chart.groups().forEach(group -> legend.line(group.name(), group.style(), false));
      }
      double top = legend.draw(canvas, canvas.top());
      for (String line : chart.numbers()) {
        double base = top + chart.size().smallFontSize();
        top =
            canvas.wrapped(line, canvas.left(), base, canvas.width(), Anchor.START, canvas.small())
                + canvas.scaled(5);
      }
      this.names = names();
      double height = Math.clamp(0.6 * canvas.width(), canvas.scaled(150), canvas.scaled(290));
      this.plot =
          new XyPlot(
              canvas,
              chart.time().scale(),
              chart.y(),
              chart.cutOffs(),
              List.of(),
              top,
              height,
              names + canvas.scaled(8));
      this.frame = plot.frame();
    }

    /// Room for the names of the numbers at risk and half of the first number.
    private double names() {
      double widest = 0;
      int most = 0;
      for (SurvivalGroup group : chart.groups()) {
        if (!group.atRisk().isEmpty()) {
          widest = Math.max(widest, TextWidths.width(rowName(group), canvas.smallInk()));
          most = group.atRisk().stream().mapToInt(SurvivalGroup.AtRisk::count).max().orElse(0);
        }
      }
      double half = TextWidths.width(Integer.toString(most), canvas.smallInk()) / 2;
      return widest == 0 ? 0 : Math.min(widest, 0.24 * canvas.width()) + half;
    }

    /// The only group needs no name beside its numbers: they stand under their title.
    private String rowName(SurvivalGroup group) {
      return chart.groups().size() > 1 ? group.name() : "";
    }

    String paint() {
      plot.behind(plot.drawing(1, 1), List.of());
      for (SurvivalGroup group : chart.groups()) {
        if (!group.steps().isEmpty()) {
          limits(group);
        }
      }
      for (SurvivalGroup group : chart.groups()) {
        if (!group.steps().isEmpty()) {
          curve(group);
        }
      }
      if (chart.groups().stream().allMatch(group -> group.steps().isEmpty())) {
        canvas.noData(plot.area());
      }
      return canvas.finish(risk(plot.beneath(chart.time().title())));
    }

    private void limits(SurvivalGroup group) {
      List<Double> lower = new ArrayList<>();
      List<Double> upper = new ArrayList<>();
      for (int index = 0; index < group.steps().size(); index++) {
        SurvivalGroup.Level step = group.steps().get(index);
        SurvivalGroup.Limits bounds = step.limits();
        if (bounds == null) {
          flush(group, lower, upper);
        } else {
          double from = frame.place(step.time(), step.mark());
          double to = frame.place(group.end(index), step.mark());
          lower.addAll(List.of(from, frame.up(bounds.lower()), to, frame.up(bounds.lower())));
          upper.addAll(List.of(from, frame.up(bounds.upper()), to, frame.up(bounds.upper())));
        }
      }
      flush(group, lower, upper);
    }

    private void flush(SurvivalGroup group, List<Double> lower, List<Double> upper) {
      if (!lower.isEmpty()) {
        switch (chart.limits()) {
          case BAND -> canvas.add(band(group, lower, upper));
          case DASHED -> {
            canvas.add(fine(group, lower));
            canvas.add(fine(group, upper));
          }
          case NONE -> {}
        }
      }
      lower.clear();
      upper.clear();
    }

    private static Svg band(SurvivalGroup group, List<Double> lower, List<Double> upper) {
      List<Double> around = new ArrayList<>(upper);
      for (int index = lower.size() - 2; index >= 0; index -= 2) {
        around.add(lower.get(index));
        around.add(lower.get(index + 1));
      }
      double[] places = around.stream().mapToDouble(Double::doubleValue).toArray();
      return Symbol.polygon(places)
          .set("fill", group.style().hue().colour())
          .set("fill-opacity", 0.16);
    }

    private Svg fine(SurvivalGroup group, List<Double> places) {
      SeriesStyle style = new SeriesStyle(group.style().hue(), group.style().symbol(), Dash.SHORT);
      double[] coordinates = places.stream().mapToDouble(Double::doubleValue).toArray();
      return Marks.polyline(coordinates, style, canvas.scaled(0.8));
    }

    private void curve(SurvivalGroup group) {
      List<Double> places = new ArrayList<>();
      double width = canvas.scaled(1.9);
      for (int index = 0; index < group.steps().size(); index++) {
        SurvivalGroup.Level step = group.steps().get(index);
        double from = frame.place(step.time(), step.mark());
        double to = frame.place(group.end(index), step.mark());
        double y = frame.up(step.share());
        places.addAll(List.of(from, y, to, y));
      }
      canvas.add(
          Svg.element("g")
              .add(Svg.element("title").content(group.name()))
              .add(
                  Marks.polyline(
                      places.stream().mapToDouble(Double::doubleValue).toArray(),
                      group.style(),
                      width)));
      double tick = canvas.scaled(3.6);
      for (SurvivalGroup.Censored censored : group.censored()) {
        double x = frame.place(censored.time(), censored.mark());
        double y = frame.up(group.shareAt(censored.time()));
        String colour = group.style().hue().line();
        canvas.add(
            censored.mark(),
            Marks.stroked(Marks.line(x, y - tick, x, y + tick), colour, canvas.scaled(1.3)));
      }
      for (int index = 0; index < group.steps().size(); index++) {
        SurvivalGroup.Level step = group.steps().get(index);
        double from = frame.across(step.time());
        double y = frame.up(step.share());
        // Nothing to see: where a pointer finds the step, whose line is drawn as one.
        Svg touched =
            Marks.filled(
                from,
                y - width,
                Math.max(width, frame.across(group.end(index)) - from),
                2 * width,
                Grey.WHITE);
        canvas.add(step.mark(), touched.set("fill-opacity", 0));
      }
    }

    /// The table of numbers at risk, each under its time; returns its bottom.
    private double risk(double top) {
      if (chart.groups().stream().allMatch(group -> group.atRisk().isEmpty())) {
        return top;
      }
      TextStyle bold = chart.size().smallBold(Grey.INK);
      double base = top + canvas.scaled(5) + chart.size().smallFontSize();
      canvas.add(
          Label.of(chart.atRiskTitle(), canvas.left(), base, Anchor.START, bold)
              .within(canvas.width()));
      List<Double> times = times();
      for (SurvivalGroup group : chart.groups()) {
        base += 1.35 * chart.size().smallFontSize();
        TextStyle style = chart.size().small(group.style().hue().ink());
        canvas.add(
            Label.of(rowName(group), canvas.left(), base, Anchor.START, style)
                .within(names - canvas.scaled(2)));
        for (SurvivalGroup.AtRisk each : group.atRisk()) {
          if (times.contains(each.time())) {
            canvas.add(
                Label.of(
                    Integer.toString(each.count()),
                    frame.across(each.time()),
                    base,
                    Anchor.MIDDLE,
                    canvas.smallInk()));
          }
        }
      }
      return base + canvas.scaled(3);
    }

    /// The times whose numbers fit: every one, every second, every third …
    private List<Double> times() {
      TreeSet<Double> all = new TreeSet<>();
      double widest = 0;
      for (SurvivalGroup group : chart.groups()) {
        for (SurvivalGroup.AtRisk each : group.atRisk()) {
          if (each.time() >= frame.x().low() && each.time() <= frame.x().high()) {
            all.add(each.time());
            String count = Integer.toString(each.count());
            widest = Math.max(widest, TextWidths.width(count, canvas.smallInk()));
          }
        }
      }
      List<Double> sorted = List.copyOf(all);
      for (int every = 1; every < sorted.size(); every++) {
        List<Double> kept = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index += every) {
          kept.add(sorted.get(index));
        }
        if (apart(kept, widest + canvas.scaled(4))) {
          return kept;
        }
      }
      return sorted.isEmpty() ? sorted : sorted.subList(0, 1);
    }

    private boolean apart(List<Double> times, double least) {
      for (int index = 1; index < times.size(); index++) {
        if (frame.across(times.get(index)) - frame.across(times.get(index - 1)) < least) {
          return false;
        }
      }
      return true;
    }
  }
}
