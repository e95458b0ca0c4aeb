package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.SeriesStyle;

/// Estimates under one heading.
///
/// @param heading over the rows; empty for none
/// @param style colour and symbol
/// @param rows from the top
public record IntervalGroup(String heading, SeriesStyle style, List<IntervalRow> rows) {
  public IntervalGroup {
    rows = List.copyOf(rows);
  }
}
