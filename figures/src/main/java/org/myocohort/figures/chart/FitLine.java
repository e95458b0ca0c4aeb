package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.SeriesStyle;

/// A line through a scatter plot, as the caller computed it.
///
/// @param name what the legend calls it; empty for no entry
/// @param style colour and dash
/// @param places two for a straight line; more for one that is straight on another scale
public record FitLine(String name, SeriesStyle style, List<Place> places) {
  /// A place of the line.
  ///
  /// @param x on the horizontal axis
  /// @param y on the vertical axis; held at the edge where it lies beyond
  public record Place(double x, double y) {}

  public FitLine {
    places = List.copyOf(places);
    if (places.size() < 2) {
      throw new IllegalArgumentException(
          "line '" + name + "' needs at least two places but had " + places.size());
    }
  }
}
