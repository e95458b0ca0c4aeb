package org.myocohort.treatment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Readings;

/// What a patient was taking on a day and between two days.
///
/// A course runs from its start up to the day before its stop. A stop that is not recorded or not
/// applicable means that it goes on; a single dose (`once`) runs on its start only. All of this is
/// this project's convention, the one of the study folder's treatments table.
///
/// A record without any treatment row says nothing: not recorded is not zero. With at least one
/// row, no glucocorticoid course on a day means 0 mg on that day.
public final class TreatmentHistory {
  private TreatmentHistory() {}

  static final int GLUCOCORTICOID_FREE_DAYS = 28;

  private static final BigDecimal MILLIGRAMS_PER_GRAM = BigDecimal.valueOf(1000);
  private static final BigDecimal PULSE_ABOVE = BigDecimal.valueOf(200);
  private static final String WEIGHT = "weight";
  private static final String KILOGRAM = "kg";

  /// Whether a course runs on a day: start <= day < stop.
  public static Truth runningOn(Treatment treatment, Moment day) {
    return startedBy(treatment, day).and(endedBy(treatment, day).not());
  }

  private static Truth startedBy(Treatment treatment, Moment day) {
    return treatment.start() instanceof Value.Known<Moment>(Moment start)
        ? start.isAfter(day).not()
        : Truth.UNKNOWN;
  }

  /// Whether the last dose of a course was before a day.
  public static Truth endedBy(Treatment treatment, Moment day) {
    if (treatment.isSingleDose()) {
      return treatment.start() instanceof Value.Known<Moment>(Moment start)
          ? start.isBefore(day)
          : Truth.UNKNOWN;
    }
    return switch (treatment.stop()) {
      case Value.Known<Moment>(Moment stop) -> stop.isAfter(day).not();
      case Value.Absent<Moment>(AbsenceReason reason) ->
          reason == AbsenceReason.NOT_APPLICABLE || reason == AbsenceReason.NOT_RECORDED
              ? Truth.FALSE
              : Truth.UNKNOWN;
      case Value.Below<Moment> _, Value.Above<Moment> _ -> Truth.UNKNOWN;
    };
  }

  /// The dose of a day of a course in mg, averaged over the interval between doses. A dose by
  /// weight takes the latest weight on or before the start of the course.
  ///
  /// @return empty where dose, frequency or weight is not known, or the unit is none of mg, g,
  ///   mg/kg, g/kg
  public static Optional<BigDecimal> dailyDoseMilligrams(
      Treatment treatment, PatientRecord patient) {
    if (!(treatment.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose))
        || !(treatment.frequency() instanceof Value.Known<Frequency>(Frequency frequency))) {
      return Optional.empty();
    }
    Optional<BigDecimal> milligrams =
        switch (treatment.unit()) {
          case "mg" -> Optional.of(dose);
          case "g" -> Optional.of(dose.multiply(MILLIGRAMS_PER_GRAM));
          case "mg/kg" -> byWeight(dose, treatment, patient);
          case "g/kg" -> byWeight(dose.multiply(MILLIGRAMS_PER_GRAM), treatment, patient);
          default -> Optional.empty();
        };
    return frequency == Frequency.ONCE ? milligrams : milligrams.flatMap(frequency::perDay);
  }

  private static Optional<BigDecimal> byWeight(
      BigDecimal dosePerKilogram, Treatment treatment, PatientRecord patient) {
    return treatment.start() instanceof Value.Known<Moment>(Moment start)
        ? weightOn(patient, start).map(dosePerKilogram::multiply)
        : Optional.empty();
  }

  /// The latest weight in kg that was measured on or before a day.
  public static Optional<BigDecimal> weightOn(PatientRecord patient, Moment day) {
    return new Readings(patient).latest(WEIGHT, day, KILOGRAM).value()
            instanceof Value.Known<BigDecimal>(BigDecimal kilograms)
        ? Optional.of(kilograms)
        : Optional.empty();
  }

  /// The dose of a day of a glucocorticoid course as prednisone; empty where its dose is not known.
  public static Optional<BigDecimal> prednisoneEquivalent(
      Treatment treatment, PatientRecord patient) {
    return dailyDoseMilligrams(treatment, patient)
        .flatMap(dose -> GlucocorticoidEquivalence.prednisoneMilligrams(treatment.drug(), dose));
  }

  /// Whether a glucocorticoid course is a pulse, apart from what is tapered: a single dose, an
  /// intravenous one, or one without a route above 200 mg of prednisone (this project's own limit).
  public static boolean isPulse(Treatment treatment, PatientRecord patient) {
    return treatment.isSingleDose()
        || (treatment.route().isKnown()
            ? treatment.isIntravenous()
            : prednisoneEquivalent(treatment, patient)
                .map(dose -> dose.compareTo(PULSE_ABOVE) > 0)
                .orElse(false));
  }

  /// All glucocorticoid courses of a day together, in mg of prednisone.
  ///
  /// @return empty where no treatment is recorded, or a dose or a date leaves the sum open
  public static Optional<BigDecimal> prednisoneEquivalentOn(PatientRecord patient, Moment day) {
    if (patient.treatments().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Treatment course : glucocorticoids(patient)) {
      Truth running = runningOn(course, day);
      if (running == Truth.FALSE) {
        continue;
      }
      Optional<BigDecimal> dose = prednisoneEquivalent(course, patient);
      if (running == Truth.UNKNOWN || dose.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(dose.get());
    }
    return Optional.of(sum);
  }

  /// Glucocorticoid taken from a day up to the day before another, intravenous doses apart and
  /// within.
  ///
  /// @param to excluded
  public static CumulativeDose cumulativePrednisoneEquivalent(
      PatientRecord patient, Moment.Day from, Moment.Day to) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal intravenous = BigDecimal.ZERO;
    List<RowReference> open = new ArrayList<>();
    for (Treatment course : glucocorticoids(patient)) {
      Overlap overlap = Overlap.of(course, from, to);
      if (overlap.most() == 0) {
        continue;
      }
      Optional<BigDecimal> dose = prednisoneEquivalent(course, patient);
      if (dose.isEmpty() || overlap.least() < overlap.most()) {
        open.add(course.row());
      }
      if (dose.isPresent()) {
        BigDecimal taken = dose.get().multiply(BigDecimal.valueOf(overlap.least()));
        sum = sum.add(taken);
        if (course.isIntravenous()) {
          intravenous = intravenous.add(taken);
        }
      }
    }
    return new CumulativeDose(sum, intravenous, open);
  }

  /// How many days of a time a course ran, at least and at most.
  private record Overlap(long least, long most) {
    static Overlap of(Treatment course, Moment.Day from, Moment.Day to) {
      long first = from.earliest();
      long end = to.earliest();
      if (!(course.start() instanceof Value.Known<Moment>(Moment start))
          || !start.comparableWith(from)) {
        return new Overlap(0, endedBy(course, from) == Truth.TRUE ? 0 : Math.max(0, end - first));
      }
      Moment stop = course.stop() instanceof Value.Known<Moment>(Moment known) ? known : null;
      long leastStop = stop == null ? Long.MAX_VALUE : stop.earliest();
      long mostStop = stop == null ? Long.MAX_VALUE : stop.latest();
      if (course.isSingleDose()) {
        if (start.isExact()) {
          long days = start.earliest() >= first && start.earliest() < end ? 1 : 0;
          return new Overlap(days, days);
        }
        boolean inside = start.earliest() >= first && start.latest() < end;
        boolean possible = start.latest() >= first && start.earliest() < end;
        return new Overlap(inside ? 1 : 0, possible ? 1 : 0);
      }
      boolean stopKnown = stop != null || endedBy(course, to) == Truth.FALSE;
      long least = stopKnown ? Math.min(leastStop, end) - Math.max(start.latest(), first) : 0;
      long most = Math.min(mostStop, end) - Math.max(start.earliest(), first);
      return new Overlap(Math.max(0, least), Math.max(0, most));
    }
  }

  /// Whether no glucocorticoid was taken on a day and the 28 days before it (our definition).
  public static Truth glucocorticoidFree(PatientRecord patient, Moment.Day day) {
    if (patient.treatments().isEmpty()) {
      return Truth.UNKNOWN;
    }
    Moment.Day from = new Moment.Day(day.date().minusDays(GLUCOCORTICOID_FREE_DAYS));
    Moment.Day to = new Moment.Day(day.date().plusDays(1));
    Truth free = Truth.TRUE;
    for (Treatment course : glucocorticoids(patient)) {
      Overlap overlap = Overlap.of(course, from, to);
      if (overlap.most() == 0 || isZero(course)) {
        continue;
      }
      free = free.and(overlap.least() > 0 ? Truth.FALSE : Truth.UNKNOWN);
    }
    return free;
  }

  private static boolean isZero(Treatment course) {
    return course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
  }

  static List<Treatment> glucocorticoids(PatientRecord patient) {
    List<Treatment> courses = new ArrayList<>();
    for (Treatment treatment : patient.treatments()) {
      if (GlucocorticoidEquivalence.isGlucocorticoid(treatment.drug())) {
        courses.add(treatment);
      }
    }
    return courses;
  }
}
