package org.myocohort.evidence.link;

import java.time.LocalDate;

/// When patients were included.
///
/// @param from first day
/// @param to last day
public record Period(LocalDate from, LocalDate to) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period from %s cannot end on %s".formatted(from, to));
    }
  }

  /// Whether they have a day in common.
  public boolean overlaps(Period other) {
    return !from.isAfter(other.to) && !other.from.isAfter(to);
  }
}
