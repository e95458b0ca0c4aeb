package org.myocohort.care.trial.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows of a comma-separated file, one at a time: a long file is never held whole.
final class CsvRows {
  private static final int LONGEST_ROW = 5_000_000;

  private final BufferedReader reader;
  private int line = 1;
  private int next;

  CsvRows(Reader reader) throws IOException {
    this.reader = new BufferedReader(reader);
    next = this.reader.read();
    if (next == '\uFEFF') {
      next = this.reader.read();
    }
  }

  /// Line on which the next row begins.
  int line() {
    return line;
  }

  /// The next row's cells, empty at the end; blank lines are passed over.
  Optional<List<String>> next() throws IOException {
    while (next == '\n' || next == '\r') {
      advance();
    }
    if (next < 0) {
      return Optional.empty();
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    while (next >= 0 && (quoted || (next != '\n' && next != '\r'))) {
      int c = advance();
      if (++length > LONGEST_ROW) {
        throw new IOException("a row of more than " + LONGEST_ROW + " characters");
      }
      if (quoted) {
        if (c != '"') {
          cell.append((char) c);
        } else if (next == '"') {
          cell.append((char) advance());
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append((char) c);
      }
    }
    cells.add(cell.toString());
    return Optional.of(cells);
  }

  private int advance() throws IOException {
    int c = next;
    if (c == '\n') {
      line++;
    }
    next = reader.read();
    return c;
  }
}
