package org.myocohort.app.patient;

/// A value in words and digits with the place where its source opens.
///
/// @param text what is shown; absence is written out
/// @param href the address of the source, empty where there is none
public record Cell(String text, String href) {
  static final Cell EMPTY = new Cell("", "");

  static Cell of(String text) {
    return new Cell(text, "");
  }

  public boolean isLinked() {
    return !href.isEmpty();
  }
}
