package org.myocohort.care.taper;

import java.util.List;
import org.myocohort.patient.RowReference;

/// A time in which nothing is known to have changed.
///
/// @param from first day, on the scale of [org.myocohort.patient.Moment#earliest()]
/// @param to the day after the last
/// @param dose of each of its days
/// @param rows the courses that may have run
public record DoseSpan(long from, long to, DoseBounds dose, List<RowReference> rows) {
  public DoseSpan {
    rows = List.copyOf(rows);
    if (!(from < to)) {
      throw new IllegalArgumentException("a span must have a day, was " + from + " to " + to);
    }
  }

  public long days() {
    return to - from;
  }

  boolean holds(long day) {
    return from <= day && day < to;
  }
}
