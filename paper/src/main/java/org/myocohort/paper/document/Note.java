package org.myocohort.paper.document;

/// A note below a table.
///
/// @param mark the mark of the cells that it is about; empty for a note on the whole table
public record Note(String mark, String text) {
  public static Note of(String text) {
    return new Note("", text);
  }
}
