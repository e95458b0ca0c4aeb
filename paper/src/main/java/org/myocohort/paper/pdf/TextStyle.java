package org.myocohort.paper.pdf;

/// How a text is set.
///
/// @param size in points
/// @param leading from one base line to the next, in points
record TextStyle(double size, double leading, boolean bold, boolean italic, boolean monospaced) {
  static TextStyle of(double size, double leading) {
    return new TextStyle(size, leading, false, false, false);
  }

  TextStyle inBold() {
    return new TextStyle(size, leading, true, italic, monospaced);
  }

  TextStyle inItalic() {
    return new TextStyle(size, leading, bold, true, monospaced);
  }

  TextStyle inCode() {
    return new TextStyle(size, leading, bold, italic, true);
  }
}
