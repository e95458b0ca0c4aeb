package org.myocohort.figures;

import java.util.Comparator;
import java.util.List;

/// Values that belong together: one subject, or one quantity of a subject.
///
/// @param name what the series is called where it is labelled
/// @param style its look
/// @param data its values, kept in the order of x
public record Series(String name, SeriesStyle style, List<Datum> data) {
  public Series {
    // The sort is stable: values of the same x stay in the caller's order.
    data = data.stream().sorted(Comparator.comparingDouble(Datum::x)).toList();
  }

  /// The known values in the order of x.
  public List<Point> points() {
    return data.stream().filter(Point.class::isInstance).map(Point.class::cast).toList();
  }
}
