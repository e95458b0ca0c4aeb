package org.myocohort.registry.patient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.patient.CoreSetScale;

/// Rows as the tables of a study folder: the registry reads a patient exactly as a folder is read,
/// so that both know the same rules.
public final class PatientTables {
  private PatientTables() {}

  /// The tables that some rows make, as CSV.
  ///
  /// @param rows of any number of patients, in the order wanted
  public static Map<String, CsvFile> of(List<StoredRow> rows) {
    Map<String, List<StoredRow>> byTable = new LinkedHashMap<>();
    for (StudySchema.Table table : StudySchema.tables()) {
      byTable.put(table.name(), new ArrayList<>());
    }
    for (StoredRow row : rows) {
      byTable.computeIfAbsent(row.table(), _ -> new ArrayList<>()).add(row);
    }
    Map<String, CsvFile> tables = new LinkedHashMap<>();
    byTable.forEach((name, list) -> {
      if (!list.isEmpty()) {
        tables.put(name, table(name, list));
      }
    });
    return tables;
  }

  private static CsvFile table(String name, List<StoredRow> rows) {
    List<String> columns = columns(name, rows);
    StringBuilder csv = new StringBuilder(rows.size() * 64);
    csv.append(String.join(",", columns)).append('\n');
    for (StoredRow row : rows) {
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          csv.append(',');
        }
        append(csv, columns.get(i).equals("id") ? row.id() : row.cell(columns.get(i)));
      }
      csv.append('\n');
    }
    try {
      return CsvFile.parse(csv.toString().getBytes(StandardCharsets.UTF_8), name + ".csv");
    } catch (BadInputException impossible) {
      throw new IllegalStateException("a table written here cannot be read", impossible);
    }
  }

  /// The columns that the reader asks for and those that hold something: first as the schema orders
  /// them, then the others by name.
  private static List<String> columns(String name, List<StoredRow> rows) {
    Set<String> filled = new TreeSet<>();
    rows.forEach(row -> filled.addAll(row.cells().keySet()));
    filled.add("id");
    if (name.equals("visits")) {
      // A visit of which only the date is known is a visit; its table must have a measure's column.
      filled.add(CoreSetScale.PHYSICIAN_GLOBAL.column());
    }
    List<String> columns = new ArrayList<>();
    StudySchema.table(name)
        .ifPresent(table ->
            table.columns().stream()
                .filter(column -> column.required() || filled.contains(column.name()))
                .map(StudySchema.Column::name)
                .forEach(columns::add));
    filled.removeAll(columns);
    columns.addAll(filled);
    return columns;
  }

  private static void append(StringBuilder csv, String text) {
    boolean quotes = text.startsWith(" ") || text.endsWith(" ");
    for (int i = 0; i < text.length() && !quotes; i++) {
      char c = text.charAt(i);
      quotes = c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t';
    }
    if (quotes) {
      csv.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      csv.append(text);
    }
  }

  /// Reads rows as a study.
  ///
  /// @throws BadInputException with everything that is wrong
  public static StudyFolder read(StudyWriter.Description study, List<StoredRow> rows)
      throws BadInputException {
    return StudyFolder.of(study, of(rows));
  }

  /// Which row a problem concerns.
  static SaveResult.RowProblem located(Problem problem, StoredPatient patient) {
    String table = problem.file().replace(".csv", "");
    int line = 2;
    for (StoredRow row : patient.rows(table)) {
      int next = line + 1;
      for (String text : row.cells().values()) {
        next += (int) text.chars().filter(c -> c == '\n').count();
      }
      if (problem.line() >= line && problem.line() < next) {
        return new SaveResult.RowProblem(table, row.id(), problem);
      }
      line = next;
    }
    return new SaveResult.RowProblem(table, "", problem);
  }
}
