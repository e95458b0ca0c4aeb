package org.myocohort.registry.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// An entry of the audit as somebody reads it.
///
/// @param at when, in Universal Time
/// @param account id of the account that acted
/// @param revision the patient's revision that this made, or 0
/// @param reason why, in that person's words
/// @param rowCount how many rows were changed
/// @param rows what was changed in them; empty where there are more than a page shows
/// @param detail what else the entry says, as texts
/// @param hash of the entry's text
public record AuditLine(
    long number,
    String at,
    String account,
    String action,
    String study,
    String patient,
    long revision,
    String reason,
    int rowCount,
    List<RowDifference> rows,
    SortedMap<String, String> detail,
    String hash) {

  public AuditLine {
    rows = List.copyOf(rows);
    detail = new TreeMap<>(detail);
  }

  /// What a save did to a row.
  ///
  /// @param kind what happened to the row as a whole
  /// @param cells the cells that differ, by column
  public record RowDifference(String table, String row, Kind kind, List<CellDifference> cells) {
    public RowDifference {
      cells = List.copyOf(cells);
    }
  }

  /// What happened to a row.
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED
  }

  /// What a save did to a cell; an empty text for what was or is not there.
  public record CellDifference(String column, String before, String after) {}
}
