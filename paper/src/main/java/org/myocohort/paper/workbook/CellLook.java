package org.myocohort.paper.workbook;

/// How a cell looks.
///
/// @param side where its content stands: `left`, `center`, `right`
/// @param ruled whether a line stands below it
/// @param format of its number, such as `0.00`; empty for a text
record CellLook(
    boolean bold,
    String side,
    String height,
    boolean wrapped,
    boolean ruled,
    int indent,
    String format) {
  static final CellLook PLAIN = new CellLook(false, "left", "top", false, false, 0, "");
  static final CellLook BOLD = PLAIN.inBold();

  static CellLook at(String side) {
    return new CellLook(false, side, "top", false, false, 0, "");
  }

  static CellLook header(String side, boolean ruled) {
    return new CellLook(true, side, "bottom", true, ruled, 0, "");
  }

  CellLook inBold() {
    return new CellLook(true, side, height, wrapped, ruled, indent, format);
  }

  CellLook wrappedAtSpaces() {
    return new CellLook(bold, side, height, true, ruled, indent, format);
  }

  CellLook indented(int by) {
    return new CellLook(bold, side, height, wrapped, ruled, by, format);
  }

  CellLook asNumber(String newFormat) {
    return new CellLook(bold, side, height, wrapped, ruled, indent, newFormat);
  }
}
