package org.myocohort.evidence.search;

/// A piece of a search string.
///
/// @param text what it holds, without quotes or brackets around it
/// @param start of it in the whole text, from 0
/// @param end behind its last character
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    OPEN,
    CLOSE,
    QUOTED,
    /// In square brackets.
    SQUARE,
    /// In braces.
    BRACE,
    WORD,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isWord(String wanted) {
    return kind == Kind.WORD && text.equalsIgnoreCase(wanted);
  }

  /// Whether it stands directly behind another.
  boolean follows(Token before) {
    return before.end == start;
  }
}
