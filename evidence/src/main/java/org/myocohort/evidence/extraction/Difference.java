package org.myocohort.evidence.extraction;

/// A cell in which two extractions differ, or a row that only one of them has.
///
/// @param table that the cell stands in
/// @param report that it is read from; empty where the table does not say
/// @param patient that it is about; empty where it is about none
/// @param firstRow key of the row in the first extraction; empty where it has none
/// @param secondRow key of the row in the second; empty where it has none
/// @param column empty where a whole row is meant
/// @param first the cell's text, or of a row its cells, in the first; empty where it says nothing
/// @param second the same of the second
/// @param firstPlace where the first read it, in words with quotes; may be empty
/// @param secondPlace where the second did
public record Difference(
    String table,
    String report,
    String patient,
    String firstRow,
    String secondRow,
    String column,
    String first,
    String second,
    String firstPlace,
    String secondPlace) {
  /// How they differ.
  public enum Kind {
    DIFFER,
    ONLY_FIRST,
    ONLY_SECOND
  }

  /// How they differ.
  public Kind kind() {
    if (second.isEmpty()) {
      return Kind.ONLY_FIRST;
    }
    return first.isEmpty() ? Kind.ONLY_SECOND : Kind.DIFFER;
  }

  /// Whether a whole row is meant, to be kept or dropped.
  public boolean isRow() {
    return column.isEmpty();
  }

  /// What it is about, whatever is said of it.
  Subject subject() {
    return new Subject(table, firstRow, secondRow, column);
  }

  /// A cell of a pair of rows.
  record Subject(String table, String firstRow, String secondRow, String column) {}
}
