package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Mark;

/// What one subject went through, in order.
///
/// @param stops one for each stage that it reached
/// @param mark title and row
public record Journey(List<Kind> stops, Mark mark) {
  public Journey {
    stops = List.copyOf(stops);
  }
}
