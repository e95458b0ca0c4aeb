package org.myocohort.figures.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.figures.SeriesStyle;

/// The values of one group of a box plot.
///
/// @param name beneath the box
/// @param count a line beneath the name, such as how many values there are
/// @param style colour and symbol of the points
/// @param quartiles the box; null where there are too few values for one
/// @param values the points
public record BoxGroup(
    String name,
    String count,
    SeriesStyle style,
    @Nullable Quartiles quartiles,
    List<Value> values) {
  public BoxGroup {
    values = List.copyOf(values);
  }
}
