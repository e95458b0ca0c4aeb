package org.myocohort.app.cli;

import java.util.List;

/// Rows of cells as lines of text, the columns aligned.
public final class TextTable {
  private TextTable() {}

  /// Writes rows of equal length, the first of which is the head, a line each.
  ///
  /// @param indent what each line begins with
  public static String of(String indent, List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < columns; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
