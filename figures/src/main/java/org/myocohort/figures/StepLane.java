package org.myocohort.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// A filled step line, such as an amount over time.
///
/// @param title what the lane shows
/// @param subtitle unit and reading aid; empty for none
/// @param scale the y axis
/// @param hue colour of line and area
/// @param steps kept in the order of their beginning; a gap stays a gap
/// @param cutOffs dotted lines
public record StepLane(
    String title, String subtitle, Scale scale, Hue hue, List<Step> steps, List<CutOff> cutOffs)
    implements Lane {
  public StepLane {
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::from)).toList();
    cutOffs = List.copyOf(cutOffs);
  }

  @Override
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  @Override
  public DoubleStream times() {
    return steps.stream().flatMapToDouble(step -> DoubleStream.of(step.from(), step.to()));
  }

  @Override
  public List<Mark> marks() {
    return steps.stream().map(Step::mark).toList();
  }
}
