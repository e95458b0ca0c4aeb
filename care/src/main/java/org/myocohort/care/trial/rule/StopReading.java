package org.myocohort.care.trial.rule;

import java.util.List;
import java.util.Locale;
import org.myocohort.care.trial.rule.Explained.Missing;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Why a drug was stopped, by plain words of the recorded reason.
final class StopReading {
  private static final List<String> FAILURE =
      List.of(
          "inefficacy",
          "ineffective",
          "inefficac",
          "no response",
          "non-response",
          "nonresponse",
          "lack of efficacy",
          "lack of response",
          "failure",
          "failed",
          "refractory",
          "insufficient",
          "inadequate",
          "not effective",
          "no effect",
          "inefficacia");
  private static final List<String> INTOLERANCE =
      List.of(
          "intoleran",
          "adverse",
          "side effect",
          "toxicity",
          "tossicit",
          "not tolerated",
          "effetti collaterali",
          "hypersensitivity",
          "allerg");

  private StopReading() {}

  /// Stopped, with a reason that says so in plain words; another reason says nothing of it.
  static Explained stopped(PatientView view, Rule.Stopped rule) {
    Look look = new Look(rule);
    if (view.patient().treatments().isEmpty()) {
      return look.answer(Truth.UNKNOWN, Missing.of("treatments", rule.shown()));
    }
    Truth any = Truth.FALSE;
    boolean taken = false;
    for (Treatment course : view.patient().treatments()) {
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

  private static Truth because(Treatment course, Rule.StopReason because) {
    if (!(course.reasonStopped() instanceof Value.Known<String>(String reason))) {
      return Truth.UNKNOWN;
    }
    String words = reason.toLowerCase(Locale.ROOT);
    boolean failure = FAILURE.stream().anyMatch(words::contains);
    boolean intolerance = INTOLERANCE.stream().anyMatch(words::contains);
    boolean matched =
        switch (because) {
          case FAILURE -> failure;
          case INTOLERANCE -> intolerance;
          case FAILURE_OR_INTOLERANCE -> failure || intolerance;
        };
    // Any other word may stand beside the reason asked for.
    return matched ? Truth.TRUE : Truth.UNKNOWN;
  }
}
