package org.myocohort.care.alert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.record.CourseSpan;
import org.myocohort.care.record.DrugSet;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Which courses run on the day, or are planned for a later one.
///
/// With at least one row of treatment, a drug that changes the disease and has no row counts as not
/// given, and the answer says so. No row of a comedication says nothing; a row of it with a dose of
/// 0 says that it is not taken.
final class DrugCourses {
  private final PatientRecord patient;
  private final LocalDate on;

  DrugCourses(PatientRecord patient, LocalDate on) {
    this.patient = patient;
    this.on = on;
  }

  List<Treatment> of(DrugSet drugs) {
    return patient.treatments().stream().filter(each -> drugs.contains(each.drug())).toList();
  }

  static boolean isZero(Treatment course) {
    return course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
  }

  static Input input(Treatment course) {
    boolean ended = course.stop().isKnown();
    return new Input(
        course.row(),
        ended ? "stop" : course.start().isKnown() ? "start" : course.column(),
        ended ? course.stop() : course.start().isKnown() ? course.start() : Value.of(course.drug()),
        "");
  }

  /// Courses that run on the day or later, for certain or perhaps.
  List<Treatment> currentCourses(DrugSet drugs, int lastingDays) {
    return of(drugs).stream()
        .filter(course -> !isZero(course))
        .filter(course -> CourseSpan.of(course).runsOrWillRun(on, lastingDays) != Truth.FALSE)
        .toList();
  }

  /// Whether one of some drugs runs on the day or is planned.
  Evidence current(DrugSet drugs, int lastingDays) {
    List<Treatment> rows = of(drugs);
    if (rows.isEmpty()) {
      Missing none = Missing.of(Missing.Kind.DRUG, String.join(", ", drugs.words()));
      return drugs.isComedication() ? Evidence.lacks(none) : Evidence.assumes(none);
    }
    List<Input> certain = new ArrayList<>();
    List<Missing> open = new ArrayList<>();
    List<Input> over = new ArrayList<>();
    for (Treatment course : rows) {
      Truth runs =
          isZero(course) ? Truth.FALSE : CourseSpan.of(course).runsOrWillRun(on, lastingDays);
      switch (runs) {
        case TRUE -> certain.add(input(course));
        case FALSE -> over.add(input(course));
        case UNKNOWN -> open.add(lacking(course));
      }
    }
    if (!certain.isEmpty()) {
      return Evidence.of(Truth.TRUE, certain);
    }
    if (!open.isEmpty()) {
      return new Evidence(Truth.UNKNOWN, List.of(), open, List.of());
    }
    return Evidence.of(Truth.FALSE, List.of(over.getLast()));
  }

  static Missing lacking(Treatment course) {
    boolean started =
        course.start() instanceof Value.Known<Moment>(Moment start) && start.isExact();
    return Missing.column(course.row(), started ? "stop" : "start");
  }

  /// Whether a drug of the rule and one of some others run on one day from now on.
  Evidence together(AlertRule rule, DrugSet others) {
    Evidence first = current(rule.drugs(), rule.lastingDays());
    Evidence second = current(others, 0);
    if (first.and(second).truth() != Truth.TRUE) {
      return first.and(second);
    }
    Evidence apart = null;
    Evidence open = null;
    for (Treatment one : currentCourses(rule.drugs(), rule.lastingDays())) {
      for (Treatment other : currentCourses(others, 0)) {
        if (one.row().equals(other.row()) && one.drug().equals(other.drug())) {
          continue;
        }
        List<Input> values = List.of(input(one), input(other));
        switch (CourseSpan.of(one).meets(CourseSpan.of(other), rule.lastingDays())) {
          case TRUE -> {
            return Evidence.of(Truth.TRUE, values);
          }
          case FALSE -> apart = Evidence.of(Truth.FALSE, values);
          case UNKNOWN -> open = Evidence.lacks(values, lacking(one), lacking(other));
        }
      }
    }
    return open != null ? open : apart != null ? apart : Evidence.of(Truth.FALSE);
  }

  /// The first dose of some drugs: of the courses with a start the one that begins first; null
  /// where one has none.
  @Nullable Moment firstDose(DrugSet drugs) {
    Moment first = null;
    for (Treatment course : of(drugs)) {
      if (isZero(course)) {
        continue;
      }
      if (!(course.start() instanceof Value.Known<Moment>(Moment start))) {
        return null;
      }
      if (first == null || start.middle() < first.middle()) {
        first = start;
      }
    }
    return first;
  }
}
