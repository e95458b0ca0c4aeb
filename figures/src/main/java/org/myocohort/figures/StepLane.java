package org.myocohort.figures;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// A filled step line, such as an amount over time.
///
/// @param title what the lane shows
/// @param subtitle unit and reading aid; empty for none
/// @param scale the y axis
/// @param hue colour of line and area
/// @param steps kept in the order of their beginning; a gap stays a gap
/// @param cutOffs dotted lines
/// @param against steps drawn as a thin black line over the area, such as what was meant
public record StepLane(
    String title,
    String subtitle,
    Scale scale,
    Hue hue,
    List<Step> steps,
    List<CutOff> cutOffs,
    List<Step> against)
    implements Lane {
  public StepLane {
    steps = steps.stream().sorted(Comparator.comparingDouble(Step::from)).toList();
    cutOffs = List.copyOf(cutOffs);
    against = against.stream().sorted(Comparator.comparingDouble(Step::from)).toList();
  }

  /// A lane with nothing to compare with.
  public StepLane(
      String title, String subtitle, Scale scale, Hue hue, List<Step> steps, List<CutOff> cutOffs) {
    this(title, subtitle, scale, hue, steps, cutOffs, List.of());
  }

  private Stream<Step> all() {
    return Stream.concat(steps.stream(), against.stream());
  }

  @Override
  public boolean isEmpty() {
    return steps.isEmpty() && against.isEmpty();
  }

  @Override
  public DoubleStream times() {
    return all().flatMapToDouble(step -> DoubleStream.of(step.from(), step.to()));
  }

  @Override
  public List<Mark> marks() {
    return all().map(Step::mark).toList();
  }
}
