package org.myocohort.app.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table as it stands in a folder, read without the code under test. No cell of a simulated study
/// holds a comma or a quote, so lines split at commas.
record WrittenTable(
    List<String> header,
    List<Map<String, String>> rows,
    Map<String, List<Map<String, String>>> rowsByPatient) {
  static WrittenTable read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != header.size()) {
        throw new IllegalStateException(file + ": " + line);
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.length; i++) {
        row.put(header.get(i), cells[i]);
      }
      rows.add(row);
    }
    Map<String, List<Map<String, String>>> rowsByPatient = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      rowsByPatient
          .computeIfAbsent(row.getOrDefault("patient", ""), _ -> new ArrayList<>())
          .add(row);
    }
    return new WrittenTable(header, rows, rowsByPatient);
  }

  /// The rows of one patient, in order.
  List<Map<String, String>> of(String patient) {
    return rowsByPatient.getOrDefault(patient, List.of());
  }

  static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "(no such column)");
  }

  static boolean isNumber(String cell) {
    return cell.matches("[0-9]+(\\.[0-9]+)?");
  }
}
