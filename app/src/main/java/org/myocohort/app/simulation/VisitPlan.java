package org.myocohort.app.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The days on which a patient is seen.
///
/// OURS: a visit every 91 days (standard deviation 9), one 0 to 10 days before the index drug, for
/// 70 % one a month after it, one on the day of a relapse; never at a weekend.
final class VisitPlan {
  private static final int TOO_CLOSE = 21;

  /// One planned visit.
  ///
  /// @param baseline whether it is the one before the index drug
  /// @param regular whether it is one of the series, which gives way to others
  record Planned(long day, boolean baseline, boolean regular) {}

  private VisitPlan() {}

  static List<Planned> of(Story story, Chance chance) {
    Traits traits = story.traits();
    List<Planned> planned = new ArrayList<>();
    List<Long> needed = new ArrayList<>();
    if (story.hasIndexDrug()) {
      long index = story.indexStart();
      long before = workday(index - chance.days(0, 10));
      if (!story.noBaseline()) {
        planned.add(new Planned(before, true, false));
        needed.add(before);
      }
      if (chance.happens(0.7)) {
        needed.add(workday(index + 28 + chance.days(-3, 4)));
      }
    }
    for (long relapse : story.relapses()) {
      needed.add(workday(relapse));
    }
    for (long day : needed) {
      if (planned.stream().noneMatch(other -> other.day() == day)) {
        planned.add(new Planned(day, false, false));
      }
    }
    long day = traits.entry();
    while (day <= story.ending().day()) {
      long seen = workday(day);
      boolean close = needed.stream().anyMatch(other -> Math.abs(other - seen) < TOO_CLOSE);
      if (!close && !(story.noBaseline() && isInBaselineWindow(seen, story.indexStart()))) {
        planned.add(new Planned(seen, false, true));
      }
      day += Math.round(chance.normal(91, 9));
    }
    planned.removeIf(
        visit -> visit.day() > story.ending().day() || visit.day() < traits.entry() - 3);
    planned.sort(Comparator.comparingLong(Planned::day));
    return planned;
  }

  private static boolean isInBaselineWindow(long day, long index) {
    return day <= index && day >= index - 95;
  }

  /// The day itself, or the Friday before a weekend.
  private static long workday(long day) {
    DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
    return switch (weekday) {
      case SATURDAY -> day - 1;
      case SUNDAY -> day - 2;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
    };
  }
}
