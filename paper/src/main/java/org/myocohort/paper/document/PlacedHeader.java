package org.myocohort.paper.document;

/// A cell of the header with the place of its upper left corner, counted from 0.
public record PlacedHeader(HeaderCell cell, int row, int column) {
  /// The first row below it.
  public int endRow() {
    return row + cell.rows();
  }

  /// The first column to its right.
  public int endColumn() {
    return column + cell.columns();
  }
}
