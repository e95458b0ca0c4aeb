package org.myocohort.app.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.study.StudyFolder;

/// The rows of a study's tables as they stand in the files, by patient: what every point of a
/// figure opens.
final class SourceRows {

  /// One row as typed.
  ///
  /// @param reference `table/id`
  /// @param line where it stands in its file
  record SourceRow(String reference, int line, List<String> cells) {}

  /// The rows of one patient in one table.
  record SourceTable(String name, List<String> columns, List<SourceRow> rows) {}

  private final StudyFolder folder;
  private final Map<String, Map<String, List<Integer>>> index = new LinkedHashMap<>();

  SourceRows(StudyFolder folder) {
    this.folder = folder;
    for (String name : folder.tableNames()) {
      folder.table(name).ifPresent(table -> index.put(name, byPatient(name, table)));
    }
  }

  private static Map<String, List<Integer>> byPatient(String name, CsvFile table) {
    Map<String, List<Integer>> rows = new HashMap<>();
    int column = table.column(name.equals("patients") ? "id" : "patient");
    if (column >= 0) {
      CsvFile.Row row = table.cursor();
      for (int i = 0; i < table.rowCount(); i++) {
        rows.computeIfAbsent(row.moveTo(i).text(column), _ -> new ArrayList<>()).add(i);
      }
    }
    return rows;
  }

  List<SourceTable> of(String patient) {
    List<SourceTable> tables = new ArrayList<>();
    index.forEach((name, byPatient) -> {
      List<Integer> numbers = byPatient.getOrDefault(patient, List.of());
      CsvFile table = folder.table(name).orElseThrow();
      if (!numbers.isEmpty()) {
        CsvFile.Row row = table.cursor();
        List<SourceRow> rows = new ArrayList<>();
        for (int number : numbers) {
          row.moveTo(number);
          rows.add(row(name, table, row));
        }
        tables.add(new SourceTable(name, table.header(), rows));
      }
    });
    return tables;
  }

  private static SourceRow row(String name, CsvFile table, CsvFile.Row row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      cells.add(row.text(column));
    }
    int id = table.column("id");
    String reference =
        id >= 0
            ? row.text(id)
            : row.text(table.column("patient"))
                + "@"
                + row.text(Math.max(table.column("date"), table.column("day")));
    return new SourceRow(name + "/" + reference, row.line(), cells);
  }
}
