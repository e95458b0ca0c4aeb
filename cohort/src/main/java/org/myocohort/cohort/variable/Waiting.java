package org.myocohort.cohort.variable;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;

/// How long a member waited for an event.
///
/// @param days from day 0 to what ended the waiting; null where it cannot be told
/// @param cause what ended it, one of the source's causes; empty where the record ends before any
/// @param used the values that say so
/// @param missing what the record lacks; empty where there are days
public record Waiting(
    @Nullable Long days, Optional<String> cause, List<Used> used, List<Missing> missing) {
  public Waiting {
    used = List.copyOf(used);
    missing = List.copyOf(missing);
  }

  static Waiting ended(long days, String cause, List<Used> used) {
    return new Waiting(days, Optional.of(cause), used, List.of());
  }

  static Waiting stillOn(long days, List<Used> used) {
    return new Waiting(days, Optional.empty(), used, List.of());
  }

  static Waiting missing(String code, String... values) {
    return new Waiting(
        null, Optional.empty(), List.of(), List.of(new Missing(code, List.of(values))));
  }
}
