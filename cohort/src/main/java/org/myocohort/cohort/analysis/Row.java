package org.myocohort.cohort.analysis;

import java.util.List;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;

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
  public record Cell(String value, List<Used> used, List<Missing> missing) {
    public Cell {
      used = List.copyOf(used);
      missing = List.copyOf(missing);
    }

    /// Whether there is a value.
    public boolean isKnown() {
      return !value.isEmpty();
    }
  }
}
