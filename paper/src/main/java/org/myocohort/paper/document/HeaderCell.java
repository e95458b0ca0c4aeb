package org.myocohort.paper.document;

/// A cell of a table's header.
///
/// @param columns how many columns it spans
/// @param rows how many rows of the header it spans
public record HeaderCell(String text, int columns, int rows) {
  public HeaderCell {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "a header cell must span 1 column and 1 row or more but spans %d and %d: '%s'"
              .formatted(columns, rows, text));
    }
  }

  public static HeaderCell of(String text) {
    return new HeaderCell(text, 1, 1);
  }
}
