package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;
import org.myocohort.treatment.TreatmentHistory;

/// What a patient's tapers taught: what was taken, each attempt with the lowest dose that was held,
/// each worsening with its dose, what was taken in all, and stops at once.
///
/// @param settings the limits that it was read by
/// @param standing the daily dose without intravenous and single doses: what is tapered
/// @param pulses the intravenous and single doses
/// @param attempts in order of time
/// @param relapses in order of time, those without a date last
/// @param cumulative what was taken up to and including the last day, or null where no course has a
///   date of the calendar
/// @param freeDays days from the first dose on in which none was taken for at least the settings'
///   days in a row, as far as that is certain
/// @param freeDaysAtMost the same, where days that are not known count as well
/// @param abruptStops in order of time
public record TaperHistory(
    TaperSettings settings,
    DoseCourse standing,
    DoseCourse pulses,
    List<TaperAttempt> attempts,
    List<Relapse> relapses,
    @Nullable CumulativeDose cumulative,
    long freeDays,
    long freeDaysAtMost,
    List<AbruptStop> abruptStops) {
  public TaperHistory {
    attempts = List.copyOf(attempts);
    relapses = List.copyOf(relapses);
    abruptStops = List.copyOf(abruptStops);
  }

  /// The last day that anything of a record is dated on.
  public static Optional<Moment> lastDay(PatientRecord patient) {
    return Optional.ofNullable(Relapses.recordEnd(patient));
  }

  /// The history of a record, with the usual settings.
  public static TaperHistory of(PatientRecord patient, StudySettings study, Moment until) {
    return of(patient, study, until, TaperSettings.DEFAULT);
  }

  /// The history of a record.
  ///
  /// @param until the last day looked at: courses that go on are followed to there
  public static TaperHistory of(
      PatientRecord patient, StudySettings study, Moment until, TaperSettings settings) {
    Moment day = DoseCourse.day(until, lastLived(patient, until));
    DoseCourse standing = DoseCourse.of(patient, DoseCourse.Part.STANDING, day);
    DoseCourse pulses = DoseCourse.of(patient, DoseCourse.Part.PULSES, day);
    DoseCourse all = DoseCourse.of(patient, DoseCourse.Part.ALL, day);
    List<Relapse> relapses = Relapses.of(patient, study, standing, settings);
    return new TaperHistory(
        settings,
        standing,
        pulses,
        Attempts.of(patient, standing, relapses, settings),
        relapses,
        cumulative(patient, all),
        freeDays(all, settings, false),
        freeDays(all, settings, true),
        abruptStops(patient, standing, all, settings));
  }

  /// The last day looked at, but none from the day of death on: no dose then is no stop.
  private static long lastLived(PatientRecord patient, Moment until) {
    return patient.person().death() instanceof Value.Known<Moment>(Moment death)
            && death.comparableWith(until)
        ? Math.min(until.latest(), death.latest() - 1)
        : until.latest();
  }

  private static @Nullable CumulativeDose cumulative(PatientRecord patient, DoseCourse all) {
    if (all.until() instanceof Moment.IndexDay || all.spans().isEmpty()) {
      return null;
    }
    return TreatmentHistory.cumulativePrednisoneEquivalent(
        patient,
        new Moment.Day(LocalDate.ofEpochDay(all.spans().getFirst().from())),
        new Moment.Day(LocalDate.ofEpochDay(all.until().latest() + 1)));
  }

  private static long freeDays(DoseCourse all, TaperSettings settings, boolean possible) {
    long sum = 0;
    long run = 0;
    for (DoseSpan span : all.spans()) {
      boolean free = possible ? span.dose().least().signum() == 0 : span.dose().isZero();
      if (free) {
        run += span.days();
      } else {
        sum += run >= settings.heldDays() ? run : 0;
        run = 0;
      }
    }
    return sum + (run >= settings.heldDays() ? run : 0);
  }

  private static List<AbruptStop> abruptStops(
      PatientRecord patient, DoseCourse standing, DoseCourse all, TaperSettings settings) {
    List<AbruptStop> stops = new ArrayList<>();
    long since = Long.MIN_VALUE;
    List<Levels.Level> levels = Levels.of(all, settings.gapDays());
    for (int i = 0; i < levels.size(); i++) {
      Levels.Level level = levels.get(i);
      if (level.dose().least().signum() > 0) {
        since = since == Long.MIN_VALUE ? level.from() : since;
        continue;
      }
      if (level.dose().isZero() && since != Long.MIN_VALUE) {
        long days = level.from() - since;
        BigDecimal dose = before(standing, since, level.from());
        // A pause at the very end of the record is a stop as well: no dose is recorded after it.
        if (days >= settings.abruptAfterDays() && dose.compareTo(settings.abruptAbove()) > 0) {
          stops.add(
              new AbruptStop(
                  all.moment(level.from()), dose, days, diedBy(patient, level.from() + 1)));
        }
      }
      since = Long.MIN_VALUE;
    }
    return stops;
  }

  /// The dose of the last day with any that is no pulse; 0 where there was none.
  private static BigDecimal before(DoseCourse standing, long since, long stop) {
    for (long day = stop - 1; day >= since; day--) {
      DoseBounds dose = standing.on(day);
      if (dose.least().signum() > 0) {
        return dose.least();
      }
    }
    return BigDecimal.ZERO;
  }

  private static boolean diedBy(PatientRecord patient, long day) {
    return patient.person().death() instanceof Value.Known<Moment>(Moment death)
        && !(death instanceof Moment.IndexDay)
        && death.earliest() <= day;
  }
}
