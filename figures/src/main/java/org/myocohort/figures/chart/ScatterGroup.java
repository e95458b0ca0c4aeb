package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.SeriesStyle;

/// Points of one look.
///
/// @param name what the legend calls them
/// @param style colour and symbol
/// @param points the points
public record ScatterGroup(String name, SeriesStyle style, List<ScatterPoint> points) {
  public ScatterGroup {
    points = List.copyOf(points);
  }
}
