package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Datum;

/// The values of one subject over time.
///
/// @param name what it is called where it is named
/// @param data its values; what is missing is left out
public record Course(String name, List<Datum> data) {
  public Course {
    data = List.copyOf(data);
  }
}
