package org.myocohort.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV table held as its own bytes, with an index of where each row begins.
///
/// Delimiter (comma, semicolon, tab), byte-order mark, line ends and encoding (UTF-8, else Latin-1)
/// are recognised, never changed: [#write] gives the same bytes. Cells are cut out on demand, so a
/// table costs its bytes and eight more a row.
public final class CsvFile {
  /// No real row is longer; one that is means that the file is not a table.
  private static final int LONGEST_ROW = 1_000_000;

  private static final int LARGEST_FILE = Integer.MAX_VALUE - 64;

  private final String name;
  private final byte[] bytes;
  private final Charset charset;
  private final byte delimiter;
  private final List<String> header;
  private final int[] rowStarts;
  private final int[] rowLines;

  private CsvFile(
      String name,
      byte[] bytes,
      Charset charset,
      byte delimiter,
      List<String> header,
      int[] rowStarts,
      int[] rowLines) {
    this.name = name;
    this.bytes = bytes;
    this.charset = charset;
    this.delimiter = delimiter;
    this.header = List.copyOf(header);
    this.rowStarts = rowStarts;
    this.rowLines = rowLines;
  }

  /// Reads a table and checks its shape: a header, and as many cells in every row.
  ///
  /// @param name how to name the file in messages
  /// @throws IOException if the file cannot be opened
  /// @throws BadInputException if it is not a table; every misshapen row is named
  public static CsvFile read(Path path, String name) throws IOException, BadInputException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "is a directory, a file was expected");
    }
    Problems problems = new Problems();
    if (Files.size(path) > LARGEST_FILE) {
      problems.add(name, 0, "", "file-too-large", Long.toString(Files.size(path)));
      problems.throwIfAny();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(LONGEST_ROW + 2);
      if (head.length > LONGEST_ROW + 1 && !Dialect.hasLineEnd(head)) {
        // A first line longer than any row: refused without reading the rest.
        return parse(head, name);
      }
    }
    return parse(Files.readAllBytes(path), name);
  }

  /// Reads a table from its bytes, see [#read].
  public static CsvFile parse(byte[] bytes, String name) throws BadInputException {
    Problems problems = new Problems();
    int start = Dialect.startsWithByteOrderMark(bytes) ? 3 : 0;
    if (bytes.length == start) {
      problems.add(name, 0, "", "file-empty", "");
      problems.throwIfAny();
    }
    Dialect.refuseBinary(bytes, name, problems);
    problems.throwIfAny();
    byte delimiter = Dialect.delimiterOf(bytes, start);

    int[] starts = new int[1024];
    int[] lines = new int[1024];
    int rows = 0;
    int columns = 0;
    int position = start;
    int line = 1;
    while (position < bytes.length) {
      if (rows == starts.length) {
        starts = Arrays.copyOf(starts, rows * 2);
        lines = Arrays.copyOf(lines, rows * 2);
      }
      int begin = position;
      int beginLine = line;
      boolean quoted = false;
      boolean blank = true;
      int cells = 1;
      while (position < bytes.length) {
        byte b = bytes[position];
        if (b == delimiter && !quoted) {
          cells++;
        } else if (b == '"') {
          quoted = !quoted;
        } else if (b == '\n' || b == '\r') {
          boolean pair = b == '\r' && position + 1 < bytes.length && bytes[position + 1] == '\n';
          if (!quoted) {
            break;
          }
          line++;
          if (pair) {
            position++;
          }
        }
        // A spreadsheet pads with rows of delimiters only.
        blank &= b == delimiter || b == ' ';
        position++;
        if (position - begin > LONGEST_ROW) {
          problems.add(
              name,
              beginLine,
              "",
              quoted ? "quote-not-closed" : "line-too-long",
              new String(bytes, begin, 40, StandardCharsets.ISO_8859_1),
              Integer.toString(LONGEST_ROW));
          problems.throwIfAny();
        }
      }
      if (quoted) {
        problems.add(name, beginLine, "", "quote-not-closed", "");
        problems.throwIfAny();
      }
      if (!blank) {
        if (rows == 0) {
          columns = cells;
        } else if (cells != columns) {
          problems.add(
              name,
              beginLine,
              "",
              "cells-expected",
              Integer.toString(cells),
              Integer.toString(columns));
        }
        starts[rows] = begin;
        lines[rows] = beginLine;
        rows++;
      }
      if (position < bytes.length) {
        position +=
            bytes[position] == '\r' && position + 1 < bytes.length && bytes[position + 1] == '\n'
                ? 2
                : 1;
        line++;
      }
    }
    if (rows == 0) {
      problems.add(name, 0, "", "file-empty", "");
      problems.throwIfAny();
    }
    CsvFile whole =
        new CsvFile(
            name,
            bytes,
            Dialect.charsetOf(bytes),
            delimiter,
            List.of(),
            Arrays.copyOf(starts, rows),
            Arrays.copyOf(lines, rows));
    return whole.withHeader(problems);
  }

  private CsvFile withHeader(Problems problems) throws BadInputException {
    List<String> names = new ArrayList<>();
    Row first = new Row();
    first.moveTo(0);
    for (int column = 0; column < first.size(); column++) {
      String columnName = first.text(column).strip();
      if (!columnName.isEmpty() && names.contains(columnName)) {
        problems.add(name, first.line(), columnName, "column-twice", columnName);
      }
      names.add(columnName);
    }
    problems.throwIfAny();
    return new CsvFile(
        name,
        bytes,
        charset,
        delimiter,
        names,
        Arrays.copyOfRange(rowStarts, 1, rowStarts.length),
        Arrays.copyOfRange(rowLines, 1, rowLines.length));
  }

  public String name() {
    return name;
  }

  /// The column names, in the file's order.
  public List<String> header() {
    return header;
  }

  /// Where a column stands.
  ///
  /// @return its index, or -1 if the table does not have it
  public int column(String column) {
    return header.indexOf(column);
  }

  public int rowCount() {
    return rowStarts.length;
  }

  public char delimiter() {
    return (char) delimiter;
  }

  /// A cursor that can be moved to any row; it is reused, so that a long table costs no object a
  /// row.
  public Row cursor() {
    return new Row();
  }

  /// Writes the table as it was read.
  public void write(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /// Puts the table in a file, whole or not at all.
  public void save(Path path) throws IOException {
    AtomicFile.write(path, bytes);
  }

  /// The encoding that the table was read in; ASCII counts as UTF-8.
  public Charset encoding() {
    return Dialect.isAscii(bytes) ? StandardCharsets.UTF_8 : charset;
  }

  /// The table's own bytes: not to be changed.
  byte[] bytes() {
    return bytes;
  }

  /// Where a row begins.
  int rowStart(int index) {
    return rowStarts[index];
  }

  /// Where a row ends, its line end counted in.
  int rowEnd(int index) {
    boolean quoted = false;
    for (int at = rowStarts[index]; at < bytes.length; at++) {
      byte b = bytes[at];
      if (b == '"') {
        quoted = !quoted;
      } else if (!quoted && (b == '\n' || b == '\r')) {
        boolean pair = b == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
        return at + (pair ? 2 : 1);
      }
    }
    return bytes.length;
  }

  /// One row of the table, with its cells cut out.
  public final class Row {
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int size;
    private int line;
    private int next;
    private boolean more;

    /// A cell without a character.
    public static final int EMPTY = -1;

    /// A cell that is more than digits with at most three decimals.
    public static final int NOT_PLAIN = -2;

    private Row() {}

    /// Moves to a row, counted from 0 after the header.
    public Row moveTo(int index) {
      line = rowLines[index];
      size = 0;
      next = rowStarts[index];
      more = true;
      return this;
    }

    /// Cuts the row as far as a column; what nobody asks for is not looked at.
    private void cutTo(int column) {
      while (size <= column && more) {
        cutNext();
      }
    }

    private void cutNext() {
      int position = next;
      boolean quoted = false;
      while (position < bytes.length) {
        byte b = bytes[position];
        if (b == '"') {
          quoted = !quoted;
        } else if (!quoted && (b == delimiter || b == '\n' || b == '\r')) {
          break;
        }
        position++;
      }
      add(next, position);
      more = position < bytes.length && bytes[position] == delimiter;
      next = position + 1;
    }

    private void add(int start, int end) {
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, size * 2);
        ends = Arrays.copyOf(ends, size * 2);
      }
      starts[size] = start;
      ends[size] = end;
      size++;
    }

    public int size() {
      cutTo(Integer.MAX_VALUE);
      return size;
    }

    /// Where a cell begins, the spaces before it left out.
    int start(int column) {
      cutTo(column);
      int start = starts[column];
      while (start < ends[column] && bytes[start] == ' ') {
        start++;
      }
      return start;
    }

    /// Where a cell ends, the spaces after it left out.
    int end(int column) {
      cutTo(column);
      int end = ends[column];
      while (end > starts[column] && bytes[end - 1] == ' ') {
        end--;
      }
      return Math.max(end, start(column));
    }

    /// Line number in the file, from 1.
    public int line() {
      return line;
    }

    /// The text of a cell, without quotes and the white space around it; empty for column -1.
    public String text(int column) {
      if (column < 0) {
        return "";
      }
      int start = start(column);
      int end = end(column);
      if (start == end) {
        return "";
      }
      if (bytes[start] == '"' && end - start >= 2 && bytes[end - 1] == '"') {
        return new String(bytes, start + 1, end - start - 2, charset).replace("\"\"", "\"").strip();
      }
      return new String(bytes, start, end - start, charset);
    }

    /// The number in a cell that holds digits and at most one point, cut out without making a text.
    ///
    /// @return null for any other cell, which says nothing of whether it is a number
    public @Nullable BigDecimal plainDecimal(int column) {
      cutTo(column);
      return PlainNumber.decimal(bytes, starts[column], ends[column]);
    }

    /// The number in a cell that holds digits and at most three decimals, in thousandths.
    ///
    /// @return [#EMPTY] for an empty cell and [#NOT_PLAIN] for any other, which says nothing of
    ///   whether it is a number
    public int thousandths(int column) {
      cutTo(column);
      return PlainNumber.thousandths(bytes, starts[column], ends[column], delimiter);
    }
  }
}
