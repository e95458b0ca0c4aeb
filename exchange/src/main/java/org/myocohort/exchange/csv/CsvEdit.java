package org.myocohort.exchange.csv;

import java.io.ByteArrayOutputStream;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Changes to a table that leave every byte that they do not concern: delimiter, byte-order mark,
/// quotes, line ends, encoding and the spaces around a cell stay.
public final class CsvEdit {
  private record Cell(int row, int column) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return row != other.row
          ? Integer.compare(row, other.row)
          : Integer.compare(column, other.column);
    }
  }

  private final CsvFile table;
  private final Map<Cell, String> cells = new TreeMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final SortedSet<Integer> removed = new TreeSet<>();

  public CsvEdit(CsvFile table) {
    this.table = table;
  }

  /// Gives a cell another text.
  ///
  /// @param row counted from 0 after the header
  /// @throws IllegalArgumentException if the table has no such row or column
  public CsvEdit cell(int row, String column, String text) {
    known(row);
    cells.put(new Cell(row, index(column)), text);
    return this;
  }

  /// Takes a row away, with its line end.
  ///
  /// @param row counted from 0 after the header
  /// @throws IllegalArgumentException if the table has no such row
  public CsvEdit remove(int row) {
    known(row);
    removed.add(row);
    return this;
  }

  private void known(int row) {
    if (row < 0 || row >= table.rowCount()) {
      throw new IllegalArgumentException(
          "row must be in [0, " + (table.rowCount() - 1) + "] but was " + row);
    }
  }

  /// Adds a row at the end.
  ///
  /// @param texts by column; a column that is not named stays empty
  /// @throws IllegalArgumentException if the table has no such column
  public CsvEdit append(Map<String, String> texts) {
    List<String> row = new ArrayList<>();
    table.header().forEach(_ -> row.add(""));
    texts.forEach((column, text) -> row.set(index(column), text));
    rows.add(row);
    return this;
  }

  private int index(String column) {
    int index = table.column(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          table.name() + " has no column " + column + " but " + table.header());
    }
    return index;
  }

  /// The table with the changes.
  ///
  /// @throws BadInputException if the table's encoding cannot write a text
  public CsvFile apply() throws BadInputException {
    byte[] bytes = table.bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 256);
    CsvFile.Row cursor = table.cursor();
    int copied = 0;
    SortedSet<Integer> taken = new TreeSet<>(removed);
    for (Map.Entry<Cell, String> change : cells.entrySet()) {
      while (!taken.isEmpty() && taken.getFirst() <= change.getKey().row()) {
        copied = copiedAround(taken.removeFirst(), copied, out);
      }
      if (removed.contains(change.getKey().row())) {
        continue;
      }
      cursor.moveTo(change.getKey().row());
      int column = change.getKey().column();
      if (cursor.text(column).equals(change.getValue())) {
        continue;
      }
      int start = cursor.start(column);
      int end = cursor.end(column);
      boolean quoted = start < end && bytes[start] == '"';
      out.write(bytes, copied, start - copied);
      out.writeBytes(encoded(change.getValue(), quoted, cursor.line(), column));
      copied = end;
    }
    for (int row : taken) {
      copied = copiedAround(row, copied, out);
    }
    out.write(bytes, copied, bytes.length - copied);
    appendRows(out);
    return CsvFile.parse(out.toByteArray(), table.name());
  }

  /// Copies what stands before a row, and goes to what stands after it.
  private int copiedAround(int row, int copied, ByteArrayOutputStream out) {
    out.write(table.bytes(), copied, table.rowStart(row) - copied);
    return table.rowEnd(row);
  }

  /// New rows end as the others do; a table without a last line end stays without.
  private void appendRows(ByteArrayOutputStream out) throws BadInputException {
    if (rows.isEmpty()) {
      return;
    }
    byte[] bytes = table.bytes();
    byte[] sofar = out.toByteArray();
    byte last = sofar[sofar.length - 1];
    boolean ended = last == '\n' || last == '\r';
    byte[] lineEnd = lineEnd(bytes);
    for (List<String> row : rows) {
      if (!ended) {
        out.writeBytes(lineEnd);
      }
      for (int column = 0; column < row.size(); column++) {
        if (column > 0) {
          out.write(table.delimiter());
        }
        out.writeBytes(encoded(row.get(column), false, 0, column));
      }
      if (ended) {
        out.writeBytes(lineEnd);
      }
    }
  }

  private static byte[] lineEnd(byte[] bytes) {
    boolean quoted = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '"') {
        quoted = !quoted;
      } else if (!quoted && bytes[i] == '\n') {
        return new byte[] {'\n'};
      } else if (!quoted && bytes[i] == '\r') {
        boolean pair = i + 1 < bytes.length && bytes[i + 1] == '\n';
        return pair ? new byte[] {'\r', '\n'} : new byte[] {'\r'};
      }
    }
    return new byte[] {'\n'};
  }

  private byte[] encoded(String text, boolean quoted, int line, int column)
      throws BadInputException {
    String cell = quoted ? quoted(text) : cell(text, table.delimiter());
    Charset encoding = table.encoding();
    try {
      java.nio.ByteBuffer buffer = encoding.newEncoder().encode(CharBuffer.wrap(cell));
      byte[] encoded = new byte[buffer.remaining()];
      buffer.get(encoded);
      return encoded;
    } catch (CharacterCodingException _) {
      Problems problems = new Problems();
      problems.add(
          table.name(), line, table.header().get(column), "not-in-encoding", text, encoding.name());
      problems.throwIfAny();
      throw new IllegalStateException("unreachable");
    }
  }

  /// A text as a cell, in quotes where it needs them.
  static String cell(String text, char delimiter) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
        return quoted(text);
      }
    }
    return text.startsWith(" ") || text.endsWith(" ") ? quoted(text) : text;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
