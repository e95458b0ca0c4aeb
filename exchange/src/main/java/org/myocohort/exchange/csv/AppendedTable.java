package org.myocohort.exchange.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A CSV table to which rows are added and in which nothing is changed, such as a log.
///
/// Rows are on the disk when [#append] returns. A last row that was cut off while it was written
/// was never acknowledged: it is passed over by [#read] and taken away by the next [#append].
public final class AppendedTable {
  private final Path path;
  private final String name;
  private final List<String> header;

  /// A table that may not be there yet.
  ///
  /// @param path of the file
  /// @param name how to name it in messages
  /// @param header of a table that is begun
  public AppendedTable(Path path, String name, List<String> header) {
    this.path = path;
    this.name = name;
    this.header = List.copyOf(header);
  }

  /// Reads what is there; only a header where there is no file.
  ///
  /// @throws IOException if it cannot be opened
  /// @throws BadInputException if it is no table, or columns are missing
  public CsvFile read() throws IOException, BadInputException {
    return parsed(wholeBytes());
  }

  /// The bytes of whole rows; none where there is no file.
  private byte[] wholeBytes() throws IOException {
    byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
    return Arrays.copyOf(bytes, wholeRows(bytes));
  }

  private CsvFile parsed(byte[] whole) throws BadInputException {
    CsvFile table = CsvFile.parse(whole.length == 0 ? row(header, ',') : whole, name);
    Problems problems = new Problems();
    for (String column : header) {
      if (table.column(column) < 0) {
        problems.add(name, 1, column, "column-missing", "");
      }
    }
    problems.throwIfAny();
    return table;
  }

  /// Adds rows, all or none as far as the machine allows, and waits for the disk.
  ///
  /// @param rows cells in the order of the table's header
  /// @throws IOException if that fails
  /// @throws BadInputException if what is there is no table with these columns
  public void append(List<List<String>> rows) throws IOException, BadInputException {
    byte[] whole = wholeBytes();
    CsvFile table = parsed(whole);
    ByteArrayOutputStream added = new ByteArrayOutputStream();
    if (whole.length == 0) {
      added.writeBytes(row(header, ','));
    } else if (whole[whole.length - 1] != '\n') {
      added.write('\n');
    }
    // A person may have moved columns or added some.
    int[] order = table.header().stream().mapToInt(header::indexOf).toArray();
    for (List<String> cells : rows) {
      added.writeBytes(row(inOrder(cells, order), table.delimiter()));
    }
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(whole.length);
      channel.position(whole.length);
      ByteBuffer buffer = ByteBuffer.wrap(added.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /// Takes away all but the first rows, for rows that were never acknowledged.
  ///
  /// @param rows to keep
  public void keepFirst(int rows) throws IOException, BadInputException {
    CsvFile table = read();
    if (rows < table.rowCount()) {
      CsvFile.Row row = table.cursor();
      row.moveTo(rows);
      AtomicFile.write(path, Arrays.copyOf(table.bytes(), row.start(0)));
    }
  }

  private static List<String> inOrder(List<String> cells, int[] order) {
    List<String> ordered = new ArrayList<>(order.length);
    for (int at : order) {
      ordered.add(at < 0 ? "" : cells.get(at));
    }
    return ordered;
  }

  /// How many bytes hold whole rows: all of them, but for a last row without line end that has
  /// fewer cells than the header or an open quotation mark.
  private int wholeRows(byte[] bytes) {
    int rowStart = 0;
    int separators = 0;
    boolean quoted = false;
    for (int i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case '"' -> quoted = !quoted;
        case ',', ';', '\t' -> separators += quoted ? 0 : 1;
        case '\n' -> {
          if (!quoted) {
            rowStart = i + 1;
            separators = 0;
          }
        }
        default -> {}
      }
    }
    boolean cutOff = rowStart < bytes.length && (quoted || separators < header.size() - 1);
    return cutOff ? rowStart : bytes.length;
  }

  private static byte[] row(List<String> cells, char delimiter) {
    StringBuilder row = new StringBuilder();
    for (int at = 0; at < cells.size(); at++) {
      if (at > 0) {
        row.append(delimiter);
      }
      row.append(CsvEdit.cell(cells.get(at), delimiter));
    }
    return row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
