package org.myocohort.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The rows of one table of a simulated study, patient after patient, in the order of the patients.
final class SimulatedRows implements AutoCloseable {
  private final BufferedReader in;
  private final List<String> columns;
  private final String key;
  private @Nullable SortedMap<String, String> next;

  SimulatedRows(Path folder, String table) throws IOException {
    in = Files.newBufferedReader(folder.resolve(table + ".csv"));
    columns = cells(String.valueOf(in.readLine()));
    key = columns.contains("patient") ? "patient" : "id";
    next = read();
  }

  /// The rows of a patient; those of patients before are passed over.
  ///
  /// @param number of the patient, which its pseudonym ends with
  List<SortedMap<String, String>> of(int number) throws IOException {
    List<SortedMap<String, String>> rows = new ArrayList<>();
    while (next != null && number(next) < number) {
      next = read();
    }
    while (next != null && number(next) == number) {
      rows.add(next);
      next = read();
    }
    return rows;
  }

  private int number(SortedMap<String, String> row) {
    return Integer.parseInt(row.getOrDefault(key, "").substring("SC-".length()));
  }

  private @Nullable SortedMap<String, String> read() throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    List<String> cells = cells(line);
    SortedMap<String, String> row = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
