package org.myocohort.cohort.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.variable.Course;
import org.myocohort.instrument.Bounds;

/// What stands behind an answer: one patient's values, or one of several rows of a patient.
///
/// @param patient id
/// @param group position of the group, -1 where the record does not tell
/// @param cells one for each column of the finding
public record Row(String patient, int group, List<Cell> cells) {
  public Row {
    cells = List.copyOf(cells);
  }

  /// One value.
  ///
  /// @param value as written in the table of data: a number, a limit such as `<30`, a word; empty
  ///   where it is missing
  /// @param used what it rests on
  /// @param missing what the record lacks
  /// @param bounds what it lies between where only that is known
  /// @param flags what a reader must know of the value
  public record Cell(
      String value,
      List<Used> used,
      List<Missing> missing,
      Optional<Bounds> bounds,
      Set<Course.Flag> flags) {
    public Cell {
      used = List.copyOf(used);
      missing = List.copyOf(missing);
      flags = Set.copyOf(flags);
    }

    /// A value of which nothing else is to be known.
    Cell(String value, List<Used> used, List<Missing> missing) {
      this(value, used, missing, Optional.empty(), Set.of());
    }

    /// Whether there is a value.
    public boolean isKnown() {
      return !value.isEmpty();
    }
  }
}
