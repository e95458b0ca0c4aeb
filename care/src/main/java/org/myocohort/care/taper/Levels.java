package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A course of doses as levels: neighbouring days of one dose are one level, a pause of a few days
/// is passed over, and a time in which one dose gave way to the next on a day that is not known is
/// told from one of which nothing is known.
final class Levels {

  /// Some days of one dose.
  ///
  /// @param from first day
  /// @param to the day after the last
  /// @param dose the dose, exact but in a passage
  /// @param passage whether the days have the dose before them or the one after
  record Level(long from, long to, DoseBounds dose, boolean passage) {
    boolean isKnown() {
      return dose.isExact();
    }

    BigDecimal exact() {
      return dose.least();
    }

    long days() {
      return to - from;
    }
  }

  private Levels() {}

  static List<Level> of(DoseCourse course, int gapDays) {
    List<Level> merged = new ArrayList<>();
    for (DoseSpan span : course.spans()) {
      merge(merged, new Level(span.from(), span.to(), span.dose(), false));
    }
    return passages(withoutPauses(merged, gapDays));
  }

  private static void merge(List<Level> levels, Level level) {
    Level last = levels.isEmpty() ? null : levels.getLast();
    if (last != null && last.dose().sameAs(level.dose())) {
      levels.set(
          levels.size() - 1, new Level(last.from(), level.to(), last.dose(), last.passage()));
    } else {
      levels.add(level);
    }
  }

  private static List<Level> withoutPauses(List<Level> levels, int gapDays) {
    List<Level> bridged = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      boolean pause =
          level.dose().isZero()
              && level.days() <= gapDays
              && i > 0
              && i + 1 < levels.size()
              && levels.get(i - 1).isKnown();
      if (pause) {
        merge(bridged, new Level(level.from(), level.to(), bridged.getLast().dose(), false));
      } else {
        merge(bridged, level);
      }
    }
    return bridged;
  }

  private static List<Level> passages(List<Level> levels) {
    List<Level> marked = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      marked.add(
          !level.isKnown() && between(known(levels, i, -1), known(levels, i, 1), level.dose())
              ? new Level(level.from(), level.to(), level.dose(), true)
              : level);
    }
    return marked;
  }

  private static boolean between(@Nullable Level before, @Nullable Level after, DoseBounds dose) {
    if (before == null || after == null) {
      return false;
    }
    BigDecimal most = dose.most();
    return most != null
        && dose.least().compareTo(before.exact().min(after.exact())) >= 0
        && most.compareTo(before.exact().max(after.exact())) <= 0;
  }

  /// The nearest level whose dose is known.
  private static @Nullable Level known(List<Level> levels, int from, int step) {
    for (int i = from + step; i >= 0 && i < levels.size(); i += step) {
      if (levels.get(i).isKnown()) {
        return levels.get(i);
      }
    }
    return null;
  }
}
