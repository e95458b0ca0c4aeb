package org.myocohort.paper.document;

/// Some text of one kind within a paragraph.
public record Run(String text, Emphasis emphasis) {
  public static Run plain(String text) {
    return new Run(text, Emphasis.PLAIN);
  }

  public static Run bold(String text) {
    return new Run(text, Emphasis.BOLD);
  }

  public static Run italic(String text) {
    return new Run(text, Emphasis.ITALIC);
  }

  public static Run raised(String text) {
    return new Run(text, Emphasis.RAISED);
  }
}
