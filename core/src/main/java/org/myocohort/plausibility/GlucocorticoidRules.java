package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Treatment.Phase;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.GlucocorticoidEquivalence;
import org.myocohort.treatment.TreatmentHistory;

/// Glucocorticoid doses as prednisone: jumps, abrupt stops, high oral doses.
///
/// The dose of a day is the sum of its repeated courses. Intravenous courses and single doses are
/// pulses and stay outside, and so does a course without a route above 200 mg. A day on which a
/// dose or a date leaves the sum open is not judged. Limits are this project's own.
final class GlucocorticoidRules {
  private static final BigDecimal HIGH = BigDecimal.valueOf(200);
  private static final BigDecimal RISE = BigDecimal.valueOf(40);
  private static final BigDecimal FACTOR = BigDecimal.valueOf(4);
  private static final BigDecimal TO_TAPER_FROM = BigDecimal.valueOf(20);
  // Courses may be recorded with a gap, or the last day in place of the day after it.
  private static final int GAP_DAYS = 7;
  private static final int SHORT_COURSE_DAYS = 21;
  private static final int NEAR_FLARE_DAYS = 30;

  private final PatientRecord patient;
  private final List<Treatment> all = new ArrayList<>();
  private final List<Treatment> repeated = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private GlucocorticoidRules(PatientRecord patient) {
    this.patient = patient;
    for (Treatment course : patient.treatments()) {
      if (course.phase() == Phase.DATED
          && GlucocorticoidEquivalence.isGlucocorticoid(course.drug())) {
        all.add(course);
        if (!TreatmentHistory.isPulse(course, patient)) {
          repeated.add(course);
        }
      }
    }
  }

  static List<Finding> check(PatientRecord patient) {
    GlucocorticoidRules rules = new GlucocorticoidRules(patient);
    rules.high();
    rules.jumps();
    rules.abruptStops();
    return rules.findings;
  }

  private void high() {
    for (Treatment course : all) {
      Optional<BigDecimal> dose = TreatmentHistory.prednisoneEquivalent(course, patient);
      if (course.route() instanceof Value.Known<String>(String route)
          && route.equals("oral")
          && dose.isPresent()
          && dose.get().compareTo(HIGH) > 0) {
        add(course, "dose", PlausibilityRule.DOSE_HIGH, course.drug(), dose.get());
      }
    }
  }

  private void jumps() {
    Set<LocalDate> days = new HashSet<>();
    for (Treatment course : repeated) {
      if (!(course.start() instanceof Value.Known<Moment>(Moment.Day(LocalDate day)))
          || !days.add(day)) {
        continue;
      }
      BigDecimal before = doseOn(day.minusDays(1)).orElse(BigDecimal.ZERO);
      BigDecimal after = doseOn(day).orElse(BigDecimal.ZERO);
      if (before.signum() > 0
          && after.compareTo(before.multiply(FACTOR)) > 0
          && after.subtract(before).compareTo(RISE) > 0) {
        Optional<Moment> flare = flareNear(day);
        if (flare.isPresent()) {
          add(course, "dose", PlausibilityRule.DOSE_JUMP_AT_FLARE, before, after, day, flare.get());
        } else {
          add(course, "dose", PlausibilityRule.DOSE_JUMP, before, after, day);
        }
      }
    }
  }

  private Optional<Moment> flareNear(LocalDate day) {
    Moment rise = Moment.of(day);
    for (ClinicalEvent event : patient.events()) {
      boolean flare =
          event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE;
      if (flare
          && event.date() instanceof Value.Known<Moment>(Moment date)
          && date.comparableWith(rise)
          && date.earliest() - NEAR_FLARE_DAYS <= rise.latest()
          && date.latest() + NEAR_FLARE_DAYS >= rise.earliest()) {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }

  private void abruptStops() {
    Set<LocalDate> days = new HashSet<>();
    for (Treatment course : repeated) {
      if (!(course.stop() instanceof Value.Known<Moment>(Moment.Day(LocalDate day)))
          || !days.add(day)) {
        continue;
      }
      BigDecimal before = doseOn(day.minusDays(1)).orElse(BigDecimal.ZERO);
      boolean begunLately =
          doseOn(day.minusDays(SHORT_COURSE_DAYS)).map(dose -> dose.signum() == 0).orElse(false);
      if (before.compareTo(TO_TAPER_FROM) >= 0
          && !begunLately
          && all.stream().noneMatch(other -> mayRunWithinGap(other, day))
          && !mayHaveDiedBy(day.plusDays(GAP_DAYS))) {
        add(course, "stop", PlausibilityRule.ABRUPT_STOP, before, day);
      }
    }
  }

  private static boolean mayRunWithinGap(Treatment course, LocalDate stop) {
    if (TreatmentHistory.runningOn(course, Moment.of(stop)) != Truth.FALSE) {
      return true;
    }
    return course.start() instanceof Value.Known<Moment>(Moment start)
        && start.comparableWith(Moment.of(stop))
        && start.latest() >= stop.toEpochDay()
        && start.earliest() <= stop.toEpochDay() + GAP_DAYS;
  }

  private boolean mayHaveDiedBy(LocalDate day) {
    return DateRules.death(patient)
        .map(death -> death.isAfter(Moment.of(day)) != Truth.TRUE)
        .orElse(false);
  }

  /// The repeated courses of a day together; empty where a dose or a date leaves the sum open.
  private Optional<BigDecimal> doseOn(LocalDate date) {
    Moment day = Moment.of(date);
    BigDecimal sum = BigDecimal.ZERO;
    for (Treatment course : repeated) {
      Truth running = TreatmentHistory.runningOn(course, day);
      if (running == Truth.FALSE) {
        continue;
      }
      Optional<BigDecimal> dose = TreatmentHistory.prednisoneEquivalent(course, patient);
      if (running == Truth.UNKNOWN || dose.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(dose.get());
    }
    return Optional.of(sum);
  }

  private void add(Treatment course, String column, PlausibilityRule rule, Object... values) {
    findings.add(Finding.of(course.row(), column, rule, values));
  }
}
