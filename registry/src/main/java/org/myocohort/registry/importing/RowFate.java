package org.myocohort.registry.importing;

import java.util.List;
import org.myocohort.exchange.csv.Problem;

/// What an import would do with one row, and why.
///
/// @param file the file or sheet that the row stands in
/// @param line its line there
/// @param table table of the study that it belongs to
/// @param id its id in the registry
/// @param changes the cells that change or would change
/// @param problems what is wrong; empty unless the row is bad
public record RowFate(
    String file,
    int line,
    String patient,
    String table,
    String id,
    Fate fate,
    List<CellChange> changes,
    List<Problem> problems) {

  public RowFate {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /// A cell that the file would change.
  ///
  /// @param from what stands, empty where nothing does
  /// @param to what the file says
  /// @param byHand whether what stands was entered by hand since the last import
  /// @param kept whether it stays as it stands
  public record CellChange(String column, String from, String to, boolean byHand, boolean kept) {}
}
