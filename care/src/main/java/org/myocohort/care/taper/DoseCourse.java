package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.treatment.TreatmentHistory;

/// The daily dose of glucocorticoid as prednisone, from the first day on which any may have been
/// taken, with its bounds.
///
/// A course runs as [TreatmentHistory] says; a record without a treatment row says nothing. Where a
/// course ends in the month or year in which another of the same drug begins, one is taken to
/// follow the other, as a change of dose is a new course: the days between have either dose, not
/// none and not both. A dose that is not known leaves the day open upwards.
///
/// @param until the last day looked at; its scale is that of the spans
/// @param before the dose of any day before the first span
/// @param spans in order of time, without gaps; empty where no course has a date
public record DoseCourse(Moment until, DoseBounds before, List<DoseSpan> spans) {

  /// Which courses are added up.
  public enum Part {
    /// All but intravenous and single doses: what is tapered.
    STANDING,
    /// Intravenous and single doses.
    PULSES,
    ALL
  }

  public DoseCourse {
    spans = List.copyOf(spans);
  }

  /// The doses of a record.
  ///
  /// @param until how far ongoing courses are followed, a day
  public static DoseCourse of(PatientRecord patient, Part part, Moment until) {
    if (patient.treatments().isEmpty()) {
      return new DoseCourse(until, DoseBounds.UNKNOWN, List.of());
    }
    List<Treatment> courses = new ArrayList<>();
    for (Treatment treatment : patient.treatments()) {
      if (GlucocorticoidEquivalence.isGlucocorticoid(treatment.drug())
          && is(part, treatment, patient)) {
        courses.add(treatment);
      }
    }
    Reading reading = new Reading(patient, courses, until);
    return new DoseCourse(until, reading.undated(), reading.spans());
  }

  private static boolean is(Part part, Treatment course, PatientRecord patient) {
    boolean pulse = TreatmentHistory.isPulse(course, patient);
    return switch (part) {
      case STANDING -> !pulse;
      case PULSES -> pulse;
      case ALL -> true;
    };
  }

  /// The dose of a day.
  ///
  /// @return nothing known for a day after the last
  public DoseBounds on(long day) {
    for (DoseSpan span : spans) {
      if (span.holds(day)) {
        return span.dose();
      }
    }
    return day <= until.latest() && (spans.isEmpty() || day < spans.getFirst().from())
        ? before
        : DoseBounds.UNKNOWN;
  }

  /// A day of the spans as a moment.
  public Moment moment(long day) {
    return day(until, day);
  }

  static Moment day(Moment scale, long day) {
    return scale instanceof Moment.IndexDay(String event, int _)
        ? new Moment.IndexDay(event, Math.toIntExact(day))
        : Moment.of(LocalDate.ofEpochDay(day));
  }

  /// The first day on which any glucocorticoid may have been taken.
  public Optional<Moment> first() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(moment(spans.getFirst().from()));
  }

  /// One record being read.
  private static final class Reading {
    private final List<Treatment> courses;
    private final List<DoseBounds> doses = new ArrayList<>();
    private final int[] next;
    private final int[] before;
    private final Moment until;

    Reading(PatientRecord patient, List<Treatment> courses, Moment until) {
      this.courses = courses;
      this.until = until;
      for (Treatment course : courses) {
        doses.add(bounds(course, patient));
      }
      next = new int[courses.size()];
      before = new int[courses.size()];
      link();
    }

    /// Finds the courses that follow on each other within an imprecise date: one each.
    private void link() {
      java.util.Arrays.fill(next, -1);
      java.util.Arrays.fill(before, -1);
      for (int i = 0; i < courses.size(); i++) {
        Moment stop = known(courses.get(i).stop());
        if (stop == null || stop.isExact() || courses.get(i).isSingleDose()) {
          continue;
        }
        for (int j = 0; j < courses.size(); j++) {
          if (j != i
              && next[i] < 0
              && before[j] < 0
              && courses.get(j).drug().equals(courses.get(i).drug())
              && !courses.get(j).isSingleDose()
              && stop.equals(known(courses.get(j).start()))
              && !stop.equals(known(courses.get(i).start()))) {
            next[i] = j;
            before[j] = i;
          }
        }
      }
    }

    /// What the courses without a date leave open on a day without any other.
    DoseBounds undated() {
      DoseBounds sum = DoseBounds.of(BigDecimal.ZERO);
      for (int i = 0; i < courses.size(); i++) {
        Moment start = known(courses.get(i).start());
        if (start == null || !start.comparableWith(until)) {
          sum = sum.plus(dose(i).or(DoseBounds.of(BigDecimal.ZERO)));
        }
      }
      return sum;
    }

    List<DoseSpan> spans() {
      TreeSet<Long> days = new TreeSet<>();
      long end = until.latest() + 1;
      long first = Long.MAX_VALUE;
      for (Treatment course : courses) {
        Moment start = known(course.start());
        if (start == null || !start.comparableWith(until)) {
          continue;
        }
        first = Math.min(first, start.earliest());
        days.add(start.earliest());
        days.add(start.latest());
        days.add(start.latest() + 1);
        Moment stop = known(course.stop());
        if (stop != null && stop.comparableWith(until)) {
          days.add(stop.earliest());
          days.add(stop.latest());
        } else if (course.isSingleDose()) {
          days.add(start.earliest() + 1);
        }
      }
      if (first >= end) {
        return List.of();
      }
      days.add(end);
      List<DoseSpan> spans = new ArrayList<>();
      Long from = null;
      for (Long day : days) {
        if (day > end) {
          break;
        }
        if (from != null) {
          add(spans, span(from, day));
        }
        from = day;
      }
      return spans;
    }

    private static void add(List<DoseSpan> spans, DoseSpan span) {
      DoseSpan last = spans.isEmpty() ? null : spans.getLast();
      if (last != null && last.dose().sameAs(span.dose()) && last.rows().equals(span.rows())) {
        spans.set(spans.size() - 1, new DoseSpan(last.from(), span.to(), last.dose(), last.rows()));
      } else {
        spans.add(span);
      }
    }

    private DoseSpan span(long from, long to) {
      Moment day = day(until, from);
      Truth[] running = new Truth[courses.size()];
      List<RowReference> rows = new ArrayList<>();
      for (int i = 0; i < running.length; i++) {
        running[i] = TreatmentHistory.runningOn(courses.get(i), day);
        if (running[i] != Truth.FALSE) {
          rows.add(courses.get(i).row());
        }
      }
      DoseBounds sum = DoseBounds.of(BigDecimal.ZERO);
      boolean[] counted = new boolean[running.length];
      for (int i = 0; i < running.length; i++) {
        if (running[i] == Truth.FALSE || counted[i]) {
          continue;
        }
        int first = i;
        while (before[first] >= 0 && running[before[first]] != Truth.FALSE) {
          first = before[first];
        }
        sum = sum.plus(chain(first, running, counted, day));
      }
      return new DoseSpan(from, to, sum, rows);
    }

    /// The dose of courses of which at most one runs at a time.
    private DoseBounds chain(int first, Truth[] running, boolean[] counted, Moment day) {
      DoseBounds either = dose(first);
      int last = first;
      counted[first] = true;
      boolean certain = running[first] == Truth.TRUE;
      while (next[last] >= 0 && running[next[last]] != Truth.FALSE) {
        last = next[last];
        counted[last] = true;
        certain |= running[last] == Truth.TRUE;
        either = either.or(dose(last));
      }
      boolean oneRuns =
          certain || (last != first && hasBegun(first, day) && !mayHaveEnded(last, day));
      return oneRuns ? either : either.or(DoseBounds.of(BigDecimal.ZERO));
    }

    private boolean hasBegun(int course, Moment day) {
      Moment start = known(courses.get(course).start());
      return start != null && start.isAfter(day) == Truth.FALSE;
    }

    /// A course of the chain that goes on, or whose stop is certainly later, has not ended.
    private boolean mayHaveEnded(int course, Moment day) {
      Treatment last = courses.get(course);
      Moment stop = known(last.stop());
      if (stop != null) {
        return stop.isAfter(day) != Truth.TRUE;
      }
      // A course that is certain to have begun long ago and is still not FALSE has no end but an
      // unknown one; runningOn tells the two apart once it has begun.
      Moment start = known(last.start());
      return start == null
          || TreatmentHistory.runningOn(last, day(until, start.latest())) != Truth.TRUE;
    }

    private DoseBounds dose(int course) {
      return doses.get(course);
    }

    private static DoseBounds bounds(Treatment course, PatientRecord patient) {
      return switch (course.dose()) {
        case Value.Known<BigDecimal> _ ->
            equivalent(course, patient).map(DoseBounds::of).orElse(DoseBounds.UNKNOWN);
        case Value.Below<BigDecimal>(BigDecimal limit) ->
            equivalent(with(course, limit), patient)
                .map(most -> new DoseBounds(BigDecimal.ZERO, most, most.signum() > 0))
                .orElse(DoseBounds.UNKNOWN);
        case Value.Above<BigDecimal>(BigDecimal limit) ->
            equivalent(with(course, limit), patient)
                .map(least -> new DoseBounds(least, null))
                .orElse(DoseBounds.UNKNOWN);
        case Value.Absent<BigDecimal> _ -> DoseBounds.UNKNOWN;
      };
    }

    private static Optional<BigDecimal> equivalent(Treatment course, PatientRecord patient) {
      return TreatmentHistory.prednisoneEquivalent(course, patient);
    }

    /// The same course at a limit of its dose.
    private static Treatment with(Treatment course, BigDecimal dose) {
      return new Treatment(
          course.row(),
          course.column(),
          course.drug(),
          course.phase(),
          Value.of(dose),
          course.unit(),
          course.route(),
          course.frequency(),
          course.start(),
          course.stop(),
          course.reasonStarted(),
          course.reasonStopped());
    }

    private static @Nullable Moment known(Value<Moment> moment) {
      return moment instanceof Value.Known<Moment>(Moment known) ? known : null;
    }
  }
}
