package org.myocohort.evidence.extraction;

/// Where a value was read, a line of `places.csv`.
///
/// @param table that holds the value
/// @param row its row
/// @param column its column; empty for all cells of the row
/// @param report that was read
/// @param where page, table or line, in words
/// @param quote the report's own characters; empty where there are none, as in a figure
/// @param line of this statement in its file
public record Place(
    String table, String row, String column, String report, String where, String quote, int line) {
  /// Whether it tells where this cell was read.
  public boolean of(String otherTable, String otherRow, String otherColumn) {
    return table.equals(otherTable)
        && row.equals(otherRow)
        && (column.isEmpty() || column.equals(otherColumn));
  }
}
