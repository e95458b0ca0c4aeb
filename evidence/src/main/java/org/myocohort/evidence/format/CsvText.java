package org.myocohort.evidence.format;

import java.util.List;

/// Tells whether a text is a table with a heading, and what parts its cells.
final class CsvText {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /// So many rows may stand before the heading.
  static final int PREFACE = 10;

  private CsvText() {}

  static boolean looksLike(String text) {
    return EmbaseRowsReader.looksLike(text) || best(text, separator(text)) > 0;
  }

  /// The separator under which a heading has the most columns that are known.
  static char separator(String text) {
    char chosen = ',';
    int most = 0;
    for (char candidate : SEPARATORS) {
      int known = best(text, candidate);
      if (known > most) {
        most = known;
        chosen = candidate;
      }
    }
    return chosen;
  }

  private static int best(String text, char separator) {
    int most = 0;
    for (String line : text.lines().limit(PREFACE).toList()) {
      most = Math.max(most, heading(CsvCells.of(line, separator)));
    }
    return most;
  }

  /// How much of a row reads as the heading of a table of records; a sentence that holds the word
  /// is none.
  static int heading(List<String> cells) {
    if (WosTable.looksLike(cells)) {
      return cells.size();
    }
    return Column.known(cells);
  }
}
