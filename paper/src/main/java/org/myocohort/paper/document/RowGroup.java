package org.myocohort.paper.document;

import java.util.List;

/// Rows of a table that belong together, below a line that names them.
///
/// @param name empty for rows that stand for themselves
/// @param rows each with one cell for every column
public record RowGroup(String name, List<List<Cell>> rows) {
  public RowGroup {
    rows = rows.stream().map(List::copyOf).toList();
  }

  public static RowGroup of(List<List<Cell>> rows) {
    return new RowGroup("", rows);
  }
}
