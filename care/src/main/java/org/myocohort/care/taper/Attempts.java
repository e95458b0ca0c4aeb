package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.taper.Levels.Level;
import org.myocohort.care.taper.TaperAttempt.End;
import org.myocohort.care.taper.TaperAttempt.Held;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;

/// Finds the attempts of a course.
final class Attempts {
  private final PatientRecord patient;
  private final DoseCourse course;
  private final List<Relapse> relapses;
  private final TaperSettings settings;
  private final List<TaperAttempt> found = new ArrayList<>();
  private final List<Level> current = new ArrayList<>();

  private Attempts(
      PatientRecord patient, DoseCourse course, List<Relapse> relapses, TaperSettings settings) {
    this.patient = patient;
    this.course = course;
    this.relapses = relapses;
    this.settings = settings;
  }

  static List<TaperAttempt> of(
      PatientRecord patient, DoseCourse course, List<Relapse> relapses, TaperSettings settings) {
    Attempts attempts = new Attempts(patient, course, relapses, settings);
    attempts.walk();
    return attempts.found;
  }

  private void walk() {
    for (Level level : Levels.of(course, settings.gapDays())) {
      if (level.passage()) {
        if (!current.isEmpty()) {
          current.add(level);
        }
      } else if (!level.isKnown()) {
        close(End.UNKNOWN, null);
      } else if (current.isEmpty()) {
        if (level.exact().signum() > 0) {
          current.add(level);
        }
      } else if (level.exact().compareTo(last().exact()) > 0) {
        close(last().dose().isZero() ? End.RESTARTED : End.RAISED, level.exact());
        current.add(level);
      } else {
        current.add(level);
      }
    }
    if (!current.isEmpty()) {
      close(last().dose().isZero() ? End.STOPPED : End.ONGOING, null);
    }
  }

  private Level last() {
    return current.stream().filter(Level::isKnown).toList().getLast();
  }

  private void close(End end, @Nullable BigDecimal raisedTo) {
    List<Level> levels = List.copyOf(current);
    current.clear();
    if (levels.isEmpty()) {
      return;
    }
    BigDecimal peak = levels.getFirst().exact();
    Level reduction = null;
    BigDecimal lowest = peak;
    for (Level level : levels) {
      if (level.isKnown() && level.exact().compareTo(peak) < 0) {
        reduction = reduction == null ? level : reduction;
        lowest = level.exact();
      }
    }
    if (reduction == null) {
      return;
    }
    long first = levels.getFirst().from();
    long after = levels.getLast().to();
    Held held = null;
    boolean lower = false;
    for (Level level : levels) {
      if (!level.isKnown()) {
        continue;
      }
      Run certain = certain(level);
      if (certain.days() >= settings.heldDays()) {
        held = new Held(level.exact(), course.moment(certain.from()), certain.days());
        lower = false;
      } else if (possible(levels, level) >= settings.heldDays()) {
        lower = true;
      }
    }
    found.add(
        new TaperAttempt(
            course.moment(first),
            course.moment(reduction.from()),
            course.moment(after - 1),
            end,
            peak,
            lowest,
            raisedTo,
            held,
            lower,
            within(first, after),
            course.until() instanceof Moment.IndexDay
                ? null
                : TreatmentHistory.cumulativePrednisoneEquivalent(
                    patient,
                    new Moment.Day(LocalDate.ofEpochDay(first)),
                    new Moment.Day(LocalDate.ofEpochDay(after)))));
  }

  private record Run(long from, long days) {}

  /// The days of a level up to the first that may have seen a flare.
  private Run certain(Level level) {
    long end = level.to();
    for (Relapse relapse : relapses) {
      if (relapse.flare().date() instanceof Value.Known<Moment>(Moment date)
          && date.comparableWith(course.until())
          && date.latest() >= level.from()
          && date.earliest() < end) {
        end = Math.max(level.from(), date.earliest());
      }
    }
    return new Run(level.from(), end - level.from());
  }

  /// The most days that a level can have had without a flare: with the passages beside it, and with
  /// every flare on the last day it can have been.
  private long possible(List<Level> levels, Level level) {
    int at = levels.indexOf(level);
    long from = level.from();
    long end = level.to();
    for (int i = at - 1; i >= 0 && allows(levels.get(i), level); i--) {
      from = levels.get(i).from();
    }
    for (int i = at + 1; i < levels.size() && allows(levels.get(i), level); i++) {
      end = levels.get(i).to();
    }
    for (Relapse relapse : relapses) {
      if (relapse.flare().date() instanceof Value.Known<Moment>(Moment date)
          && date.comparableWith(course.until())
          && date.earliest() >= from
          && date.latest() < end) {
        end = Math.max(from, date.latest());
      }
    }
    return end - from;
  }

  private static boolean allows(Level passage, Level level) {
    return passage.passage() && passage.dose().allows(level.exact());
  }

  private List<Relapse> within(long first, long after) {
    List<Relapse> inside = new ArrayList<>();
    for (Relapse relapse : relapses) {
      if (relapse.flare().date() instanceof Value.Known<Moment>(Moment date)
          && date.comparableWith(course.until())
          && date.earliest() > first
          && date.latest() <= after) {
        inside.add(relapse);
      }
    }
    return inside;
  }
}
