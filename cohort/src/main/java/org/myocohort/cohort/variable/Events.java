package org.myocohort.cohort.variable;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;

/// Events of a member in a time.
///
/// @param days how long was looked at; null where it cannot be told
/// @param events each one, with its row
/// @param undated events of which it is not known whether they fall into that time: not counted
/// @param missing what the record lacks; empty where there are days
public record Events(
    @Nullable Long days, List<Used> events, List<Used> undated, List<Missing> missing) {
  public Events {
    events = List.copyOf(events);
    undated = List.copyOf(undated);
    missing = List.copyOf(missing);
  }

  static Events missing(String code) {
    return new Events(null, List.of(), List.of(), List.of(new Missing(code, List.of())));
  }
}
