package org.myocohort.evidence.format;

import java.util.ArrayList;
import java.util.List;

/// Cuts one row into cells; a quoted cell may go on over lines.
///
/// A quotation mark within a quoted cell that is neither doubled nor before a separator stands for
/// itself: many exports do not double them. `="0123"`, which keeps a spreadsheet from taking a text
/// for a number, is one cell and stays as it is; see [#text].
final class CsvCells {
  private static final String FORMULA = "=\"";

  private final char separator;
  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;

  /// Whether the quoted cell is a formula.
  private boolean formula;

  CsvCells(char separator) {
    this.separator = separator;
  }

  /// What a cell says: a formula that is a text, that text.
  static String text(String cell) {
    return cell.length() > FORMULA.length() && cell.startsWith(FORMULA) && cell.endsWith("\"")
        ? cell.substring(FORMULA.length(), cell.length() - 1)
        : cell;
  }

  /// The cells of a row in one line, whatever is wrong with its quotation marks.
  static List<String> of(String line, char separator) {
    CsvCells cells = new CsvCells(separator);
    return cells.take(line) ? cells.cells : cells.cut();
  }

  /// Takes the next line.
  ///
  /// @return whether the row is complete
  boolean take(String line) {
    if (quoted) {
      cell.append('\n');
    }
    int at = 0;
    boolean begins = !quoted;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (quoted) {
        at = inQuotes(line, at);
      } else if (c == separator) {
        end();
        begins = true;
        at++;
      } else if (c == '"' && begins) {
        cell.setLength(0);
        quoted = true;
        begins = false;
        at++;
      } else if (begins && line.startsWith(FORMULA, at)) {
        cell.append(FORMULA);
        quoted = true;
        formula = true;
        begins = false;
        at += FORMULA.length();
      } else {
        cell.append(c);
        begins &= c == ' ';
        at++;
      }
    }
    if (!quoted) {
      end();
    }
    return !quoted;
  }

  private int inQuotes(String line, int at) {
    char c = line.charAt(at);
    if (c != '"') {
      int next = line.indexOf('"', at);
      int end = next < 0 ? line.length() : next;
      cell.append(line, at, end);
      return end;
    }
    if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
      cell.append('"');
      return at + 2;
    }
    int after = at + 1;
    while (after < line.length() && line.charAt(after) == ' ') {
      after++;
    }
    if (after == line.length() || line.charAt(after) == separator) {
      if (formula) {
        cell.append('"');
      }
      quoted = false;
      formula = false;
      return after;
    }
    cell.append('"');
    return at + 1;
  }

  private void end() {
    cells.add(cell.toString());
    cell.setLength(0);
  }

  List<String> cells() {
    return cells;
  }

  /// The cells so far, the last as far as it goes.
  List<String> cut() {
    quoted = false;
    formula = false;
    end();
    return cells;
  }
}
