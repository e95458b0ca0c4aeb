package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;
import org.myocohort.treatment.TreatmentHistory;

/// The daily prednisone equivalent of a patient: the sum of the glucocorticoid courses that are not
/// intravenous, between any two days on which one begins or ends.
///
/// @param steps in order of time; a time of unknown dose is a gap
/// @param relapses flares and relapses with the dose that was not enough
/// @param cumulative what was taken in all, intravenous doses included, or null where no course has
///   a calendar date
record Taper(List<Step> steps, List<Relapse> relapses, @Nullable CumulativeDose cumulative) {
  Taper {
    steps = List.copyOf(steps);
    relapses = List.copyOf(relapses);
  }

  /// One dose for some time.
  ///
  /// @param from first day, on the scale of [Moment#middle()]
  /// @param to the day after the last
  /// @param start the first day as a date
  /// @param dose mg of prednisone a day
  /// @param course the course that began last, whose row tells the dose
  record Step(long from, long to, Moment start, BigDecimal dose, Treatment course) {}

  /// A flare or relapse.
  ///
  /// @param dose mg of prednisone on the day before, which had not yet been answered by another
  /// @param reducedFrom the dose before the last reduction, or null where there was none
  /// @param daysSinceReduction days from that reduction to the event
  record Relapse(
      ClinicalEvent event,
      BigDecimal dose,
      @Nullable BigDecimal reducedFrom,
      long daysSinceReduction) {}

  /// The taper of a record.
  ///
  /// @param lastDay how far the record goes, on the scale of [Moment#middle()]: an ongoing course
  ///   is followed to there
  static Taper of(PatientRecord patient, Moment scale, long lastDay) {
    List<Treatment> courses = new ArrayList<>();
    Map<Treatment, Optional<BigDecimal>> doses = new HashMap<>();
    Set<Long> days = new TreeSet<>();
    for (Treatment treatment : patient.treatments()) {
      if (Courses.isGlucocorticoid(treatment)
          && !treatment.isIntravenous()
          && treatment.start() instanceof Value.Known<Moment>(Moment start)
          && start.comparableWith(scale)) {
        courses.add(treatment);
        doses.put(treatment, TreatmentHistory.prednisoneEquivalent(treatment, patient));
        days.add(start.middle());
        if (treatment.stop() instanceof Value.Known<Moment>(Moment stop)) {
          days.add(stop.middle());
        } else {
          days.add(treatment.isSingleDose() ? start.middle() + 1 : lastDay);
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    Long before = null;
    for (Long day : days) {
      if (before != null) {
        step(courses, doses, before, day, scale).ifPresent(steps::add);
      }
      before = day;
    }
    List<Step> joined = joined(steps);
    return new Taper(joined, relapses(patient, joined), cumulative(patient, scale, lastDay));
  }

  private static Optional<Step> step(
      List<Treatment> courses,
      Map<Treatment, Optional<BigDecimal>> doses,
      long from,
      long to,
      Moment scale) {
    Moment day =
        scale instanceof Moment.IndexDay(String event, int _)
            ? new Moment.IndexDay(event, (int) from)
            : Moment.of(LocalDate.ofEpochDay(from));
    BigDecimal sum = BigDecimal.ZERO;
    Treatment last = null;
    for (Treatment course : courses) {
      if (TreatmentHistory.runningOn(course, day) == Truth.TRUE) {
        Optional<BigDecimal> dose = doses.getOrDefault(course, Optional.empty());
        if (dose.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(dose.get());
        last = course;
      }
    }
    return last == null ? Optional.empty() : Optional.of(new Step(from, to, day, sum, last));
  }

  /// Steps of one dose that follow on each other are one step where one course gives it.
  private static List<Step> joined(List<Step> steps) {
    List<Step> joined = new ArrayList<>();
    for (Step step : steps) {
      Step last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && last.to() == step.from()
          && last.dose().compareTo(step.dose()) == 0
          && last.course().row().equals(step.course().row())) {
        joined.set(
            joined.size() - 1,
            new Step(last.from(), step.to(), last.start(), last.dose(), last.course()));
      } else {
        joined.add(step);
      }
    }
    return joined;
  }

  private static List<Relapse> relapses(PatientRecord patient, List<Step> steps) {
    List<Relapse> relapses = new ArrayList<>();
    for (ClinicalEvent event : patient.events()) {
      boolean relapse =
          event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE;
      if (relapse
          && event.date() instanceof Value.Known<Moment>(Moment date)
          && date.isExact()
          && !steps.isEmpty()
          && date.comparableWith(steps.getFirst().start())) {
        relapse(event, date.middle(), steps).ifPresent(relapses::add);
      }
    }
    return relapses;
  }

  private static Optional<Relapse> relapse(ClinicalEvent event, long day, List<Step> steps) {
    for (int at = 0; at < steps.size(); at++) {
      Step step = steps.get(at);
      if (step.from() < day && day <= step.to()) {
        int first = at;
        while (first > 0 && steps.get(first - 1).dose().compareTo(step.dose()) == 0) {
          first--;
        }
        Step before = first == 0 ? null : steps.get(first - 1);
        return Optional.of(
            before == null || before.dose().compareTo(step.dose()) < 0
                ? new Relapse(event, step.dose(), null, 0)
                : new Relapse(event, step.dose(), before.dose(), day - steps.get(first).from()));
      }
    }
    return Optional.empty();
  }

  private static @Nullable CumulativeDose cumulative(
      PatientRecord patient, Moment scale, long lastDay) {
    if (scale instanceof Moment.IndexDay) {
      return null;
    }
    long first = Long.MAX_VALUE;
    for (Treatment treatment : patient.treatments()) {
      if (Courses.isGlucocorticoid(treatment)
          && treatment.start() instanceof Value.Known<Moment>(Moment start)
          && !(start instanceof Moment.IndexDay)) {
        first = Math.min(first, start.earliest());
      }
    }
    return first > lastDay
        ? null
        : TreatmentHistory.cumulativePrednisoneEquivalent(
            patient,
            new Moment.Day(LocalDate.ofEpochDay(first)),
            new Moment.Day(LocalDate.ofEpochDay(lastDay + 1)));
  }
}
