package org.myocohort.care.line;

import java.util.List;
import java.util.Set;
import org.myocohort.patient.Treatment;

/// Everything recorded of one drug.
///
/// @param agent the drug's code, `glucocorticoid` for all of them
/// @param exposures each time on it, in order; empty where no course has a date
/// @param days on the drug in all, up to the day of the question
/// @param undated courses without a start, published ones included
/// @param planned courses that begin after the day of the question
public record AgentTime(
    String agent,
    List<Exposure> exposures,
    DayBounds days,
    List<Treatment> undated,
    List<Treatment> planned) {
  public AgentTime {
    exposures = List.copyOf(exposures);
    undated = List.copyOf(undated);
    planned = List.copyOf(planned);
  }

  /// Whether it was given, or may have been.
  public boolean isGiven() {
    return !exposures.isEmpty() || !undated.isEmpty();
  }

  /// Every reason for which it ended, each once; those of undated courses as recorded.
  public Set<StopReason> reasons() {
    Set<StopReason> reasons = java.util.EnumSet.noneOf(StopReason.class);
    exposures.forEach(each -> reasons.add(each.reason()));
    for (Treatment course : undated) {
      if (!Exposures.goesOnUndated(course)) {
        reasons.add(StopReasons.read(course.reasonStopped()));
      }
    }
    return reasons;
  }
}
