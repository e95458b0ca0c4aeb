package org.myocohort.care.record;

import java.time.LocalDate;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// The days on which a course may and must have run: the conventions of the study folder as
/// intervals.
///
/// A course runs from its start up to the day before its stop. A stop that is not recorded or not
/// applicable means that it goes on; a single dose (`once`) is a course of one day. A month or a
/// year stands for any of its days. Of a published course without dates it is known only whether it
/// was over when the report was written.
///
/// @param startFirst the first day on which it may have begun, days since 1970-01-01
/// @param startLast the last such day
/// @param endFirst the first day that may be the one after the last dose
/// @param endLast the last such day
public record CourseSpan(long startFirst, long startLast, long endFirst, long endLast) {
  /// Further than any date reaches.
  public static final long FOREVER = 10_000_000;

  /// Reads a course on the calendar.
  public static CourseSpan of(Treatment course) {
    if (course.phase() != Phase.DATED && course.start().isAbsent()) {
      return course.phase() == Phase.PRIOR
          ? new CourseSpan(-FOREVER, -FOREVER, -FOREVER, -FOREVER)
          : new CourseSpan(-FOREVER, -FOREVER, FOREVER, FOREVER);
    }
    long startFirst = -FOREVER;
    long startLast = FOREVER;
    if (course.start() instanceof Value.Known<Moment>(Moment start) && isCalendar(start)) {
      startFirst = start.earliest();
      startLast = start.latest();
    }
    if (course.isSingleDose()) {
      return new CourseSpan(startFirst, startLast, startFirst + 1, startLast + 1);
    }
    return switch (course.stop()) {
      case Value.Known<Moment>(Moment stop) ->
          isCalendar(stop)
              ? new CourseSpan(startFirst, startLast, stop.earliest(), stop.latest())
              : new CourseSpan(startFirst, startLast, -FOREVER, FOREVER);
      case Value.Absent<Moment>(AbsenceReason reason) ->
          goesOn(reason) && course.start().isKnown()
              ? new CourseSpan(startFirst, startLast, FOREVER, FOREVER)
              : new CourseSpan(startFirst, startLast, startFirst, FOREVER);
      case Value.Below<Moment> _, Value.Above<Moment> _ ->
          new CourseSpan(startFirst, startLast, startFirst, FOREVER);
    };
  }

  private static boolean isCalendar(Moment moment) {
    return !(moment instanceof Moment.IndexDay);
  }

  private static boolean goesOn(AbsenceReason reason) {
    return reason == AbsenceReason.NOT_APPLICABLE || reason == AbsenceReason.NOT_RECORDED;
  }

  /// Whether it runs on a day or is planned for a later one.
  ///
  /// @param lastingDays for how long after its last dose it still counts
  public Truth runsOrWillRun(LocalDate on, long lastingDays) {
    return reaches(on.toEpochDay() - lastingDays);
  }

  /// Whether it still runs on a day or begins after it.
  private Truth reaches(long day) {
    if (endFirst > day) {
      return Truth.TRUE;
    }
    return endLast <= day ? Truth.FALSE : Truth.UNKNOWN;
  }

  /// Whether it ran on a day.
  ///
  /// @param lastingDays for how long after its last dose it still counts
  public Truth runsOn(long dayFirst, long dayLast, long lastingDays) {
    Truth begun =
        startLast <= dayFirst ? Truth.TRUE : startFirst > dayLast ? Truth.FALSE : Truth.UNKNOWN;
    Truth open =
        endFirst + lastingDays > dayLast
            ? Truth.TRUE
            : endLast + lastingDays <= dayFirst ? Truth.FALSE : Truth.UNKNOWN;
    return begun.and(open);
  }

  /// Whether the two run on one day.
  ///
  /// @param lastingDays for how long after its last dose this one still counts
  public Truth meets(CourseSpan other, long lastingDays) {
    if (startLast < other.endFirst && other.startLast < endFirst + lastingDays) {
      return Truth.TRUE;
    }
    return startFirst >= other.endLast || other.startFirst >= endLast + lastingDays
        ? Truth.FALSE
        : Truth.UNKNOWN;
  }
}
