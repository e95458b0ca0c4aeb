package org.myocohort.evidence.extraction;

import java.util.List;
import java.util.Map;

/// Rows that were taken out of an extraction together, so that they can be put back.
///
/// @param table and
/// @param row what was to be removed; the others belonged to it
/// @param rows all of them, in the order in which they are put back
public record RemovedRows(String table, String row, List<Line> rows) {
  public RemovedRows {
    rows = List.copyOf(rows);
  }

  /// A line of a table.
  public record Line(String table, Map<String, String> cells) {
    public Line {
      cells = Map.copyOf(cells);
    }
  }
}
