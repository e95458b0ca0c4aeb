package org.myocohort.figures;

import java.util.ArrayList;
import java.util.List;

/// Draws a step area: each step an area of its own, one line over the steps that follow on each
/// other.
final class StepDrawing {
  private final Frame frame;
  private final FigureSize size;

  StepDrawing(Frame frame, FigureSize size) {
    this.frame = frame;
    this.size = size;
  }

  List<Svg> draw(StepLane lane) {
    List<Svg> drawn = new ArrayList<>();
    List<Double> run = new ArrayList<>();
    List<Svg> lines = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Step step : lane.steps()) {
      double from = frame.place(step.from(), step.mark());
      double to = frame.place(step.to(), step.mark());
      double y = height(step);
      Svg area =
          Marks.filled(
              from, y, Math.max(0.5, to - from), frame.area().bottom() - y, lane.hue().colour());
      drawn.add(step.mark().draw(area.set("fill-opacity", 0.35)));
      if (!run.isEmpty() && Math.abs(from - end) > 0.01) {
        lines.add(line(run, lane.hue()));
        run.clear();
      }
      run.addAll(List.of(from, y, to, y));
      end = to;
    }
    if (!run.isEmpty()) {
      lines.add(line(run, lane.hue()));
    }
    drawn.addAll(lines);
    against(lane.against(), drawn);
    return drawn;
  }

  /// A thin line: each step's own with its title, and the falls between them.
  private void against(List<Step> steps, List<Svg> drawn) {
    Step before = null;
    for (Step step : steps) {
      double from = frame.place(step.from(), step.mark());
      double to = frame.place(step.to(), step.mark());
      double y = height(step);
      if (before != null && Math.abs(frame.place(before.to(), before.mark()) - from) <= 0.01) {
        drawn.add(thin(from, height(before), from, y));
      }
      drawn.add(step.mark().draw(thin(from, y, to, y)));
      before = step;
    }
  }

  private Svg thin(double... coordinates) {
    return Marks.polyline(coordinates, SeriesStyle.of(Hue.BLACK), size.scaled(1));
  }

  private Svg line(List<Double> run, Hue hue) {
    double[] coordinates = run.stream().mapToDouble(Double::doubleValue).toArray();
    return Marks.polyline(coordinates, SeriesStyle.of(hue), size.scaled(1.5));
  }

  private double height(Step step) {
    if (frame.outside(step.value()) != Limit.NONE) {
      throw new IllegalArgumentException(
          "mark '"
              + step.mark().title()
              + "' ("
              + step.mark().row()
              + ") lies at y = "
              + step.value()
              + ", outside the axis "
              + frame.y().low()
              + " to "
              + frame.y().high());
    }
    return frame.up(step.value());
  }
}
