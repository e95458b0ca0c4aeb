package org.myocohort.evidence.screening;

import java.util.ArrayList;
import java.util.List;

/// Everything that was decided, undone and resolved, in its order. Immutable: an addition gives a
/// new log.
///
/// @param events from the first to the last
public record ScreeningLog(List<ScreeningEvent> events) {
  public ScreeningLog {
    events = List.copyOf(events);
  }

  /// The log before the first decision.
  public static ScreeningLog empty() {
    return new ScreeningLog(List.of());
  }

  /// With one more entry.
  ///
  /// @throws IllegalArgumentException if it undoes a decision that does not stand, or resolves
  ///   where nobody decided
  public ScreeningLog with(ScreeningEvent event) {
    switch (event) {
      case ScreeningEvent.Decided _ -> {}
      case ScreeningEvent.Undone undone -> {
        if (!standing(undone).by(undone.reviewer())) {
          throw new IllegalArgumentException(
              "no decision of %s on %s stands".formatted(undone.reviewer(), undone.record()));
        }
      }
      case ScreeningEvent.Resolved resolved -> {
        if (standing(resolved).decisions().isEmpty()) {
          throw new IllegalArgumentException("nobody decided on " + resolved.record());
        }
      }
    }
    List<ScreeningEvent> longer = new ArrayList<>(events.size() + 1);
    longer.addAll(events);
    longer.add(event);
    return new ScreeningLog(longer);
  }

  private RecordStanding standing(ScreeningEvent event) {
    RecordStanding standing = RecordStanding.NONE;
    for (ScreeningEvent earlier : events) {
      if (earlier.stage() == event.stage() && earlier.record().equals(event.record())) {
        standing = standing.after(earlier);
      }
    }
    return standing;
  }
}
