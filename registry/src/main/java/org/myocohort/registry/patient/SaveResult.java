package org.myocohort.registry.patient;

import java.util.List;
import org.myocohort.exchange.csv.Problem;

/// What became of a change.
public sealed interface SaveResult {
  /// It stands, and is on the disk.
  ///
  /// @param revision the patient's revision now; the same as before where nothing differed
  record Saved(long revision) implements SaveResult {}

  /// Somebody else saved since; nothing was changed.
  ///
  /// @param current the patient as it stands now
  record Conflict(StoredPatient current) implements SaveResult {}

  /// The record would be wrong; nothing was changed.
  ///
  /// @param problems what is wrong, with the row and column that it concerns
  record Refused(List<RowProblem> problems) implements SaveResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// Something wrong with a row.
  ///
  /// @param table empty where it concerns the whole patient
  /// @param row id of the row, empty where it concerns the whole table
  /// @param problem what is wrong; its line counts within the patient's own table
  record RowProblem(String table, String row, Problem problem) {}
}
