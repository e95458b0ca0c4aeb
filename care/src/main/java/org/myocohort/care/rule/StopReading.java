package org.myocohort.care.rule;

import java.util.Set;
import org.myocohort.care.line.StopReason;
import org.myocohort.care.line.StopReasons;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Why a drug was stopped, by plain words of the recorded reason.
final class StopReading {
  private StopReading() {}

  /// Stopped, with a reason that says so in plain words; another reason says nothing of it.
  static Explained stopped(PatientView view, Rule.Stopped rule) {
    Look look = new Look(rule);
    if (view.treatments().isEmpty()) {
      return look.answer(Truth.UNKNOWN, Missing.of("treatments", rule.shown()));
    }
    Truth any = Truth.FALSE;
    boolean taken = false;
    for (Treatment course : view.treatments()) {
      if (!rule.drugs().contains(course.drug())) {
        continue;
      }
      taken = true;
      Truth over =
          course.stop() instanceof Value.Known<Moment>(Moment stop)
              ? stop.isAfter(view.moment()).not()
              : Truth.FALSE;
      if (over == Truth.FALSE) {
        // Still taken: it may have failed without being stopped.
        any = any.or(Truth.UNKNOWN);
        look.used(
            course.row(),
            course.column(),
            course.drug(),
            TreatmentReading.shown(course),
            course.start());
        continue;
      }
      look.used(
          course.row(),
          "reason_stopped",
          course.drug(),
          course.reasonStopped().orElse(""),
          course.stop());
      any = any.or(over.and(because(course, rule.because())));
    }
    if (!taken) {
      look.note("not-among-treatments", rule.shown());
    }
    return look.answer(any, Missing.of("reason-stopped", rule.shown()));
  }

  /// Any other word may stand beside the reason asked for.
  private static Truth because(Treatment course, Rule.StopReason because) {
    Set<StopReason> named = StopReasons.named(course.reasonStopped());
    boolean failure = named.contains(StopReason.INEFFICACY);
    boolean intolerance = named.contains(StopReason.INTOLERANCE);
    boolean matched =
        switch (because) {
          case FAILURE -> failure;
          case INTOLERANCE -> intolerance;
          case FAILURE_OR_INTOLERANCE -> failure || intolerance;
        };
    return matched ? Truth.TRUE : Truth.UNKNOWN;
  }
}
