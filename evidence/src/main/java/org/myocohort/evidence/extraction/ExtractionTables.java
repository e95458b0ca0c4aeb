package org.myocohort.evidence.extraction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.exchange.csv.CsvFile;

/// The tables of an extraction as they stand in their files, their rows found by key.
final class ExtractionTables {
  static final String REPORTS = "reports";
  static final String RESULTS = "results";
  static final String PLACES = "places";
  static final String APPRAISAL = "appraisal";
  static final String PATIENTS = "patients";

  /// The tables that an extraction has beside those of a study, with their columns.
  static final SequencedMap<String, List<String>> OWN = own();

  private final SequencedMap<String, CsvFile> files;
  private final Map<String, SequencedMap<String, Integer>> rows = new LinkedHashMap<>();

  ExtractionTables(SequencedMap<String, CsvFile> files) {
    this.files = new LinkedHashMap<>(files);
    files.forEach((name, file) -> rows.put(name, keys(name, file)));
  }

  private static SequencedMap<String, List<String>> own() {
    SequencedMap<String, List<String>> own = new LinkedHashMap<>();
    own.put(
        REPORTS,
        List.of(
            "report",
            "citation",
            "study",
            "cohort",
            "design",
            "registrations",
            "drugs",
            "daily_dose",
            "months",
            "centre",
            "included_from",
            "included_to",
            "patients",
            "responders"));
    own.put(
        RESULTS,
        List.of(
            "id",
            "report",
            "outcome",
            "definition",
            "group",
            "events",
            "total",
            "mean",
            "sd",
            "estimate",
            "low",
            "high",
            "unit",
            "months",
            "printed"));
    own.put(PLACES, List.of("table", "row", "column", "report", "place", "quote"));
    own.put(APPRAISAL, List.of("report", "checklist", "item", "answer", "comment"));
    return own;
  }

  /// The columns of a table that an extraction has beside those of a study.
  static List<String> own(String table) {
    return Objects.requireNonNull(OWN.get(table));
  }

  /// Rows by their keys; a row without a key, and of two with one key the second, is left out.
  /// Places have no key: they are statements about other rows.
  private static SequencedMap<String, Integer> keys(String name, CsvFile file) {
    SequencedMap<String, Integer> keys = new LinkedHashMap<>();
    if (name.equals(PLACES)) {
      return keys;
    }
    CsvFile.Row row = file.cursor();
    for (int index = 0; index < file.rowCount(); index++) {
      String key = key(name, file, row.moveTo(index));
      if (!key.isEmpty()) {
        keys.putIfAbsent(key, index);
      }
    }
    return keys;
  }

  private static String key(String name, CsvFile file, CsvFile.Row row) {
    if (name.equals(REPORTS)) {
      return row.text(file.column("report"));
    }
    if (name.equals(APPRAISAL)) {
      return String.join(
          "/",
          row.text(file.column("report")),
          row.text(file.column("checklist")),
          row.text(file.column("item")));
    }
    if (file.column("id") >= 0) {
      return row.text(file.column("id"));
    }
    return visit(
        Map.of("patient", row.text(file.column("patient")), "date", row.text(file.column("date"))));
  }

  /// Visits may be named by patient and date, as the study's reader does.
  static String visit(Map<String, String> cells) {
    String patient = cells.getOrDefault("patient", "");
    return patient.isEmpty() ? "" : patient + "@" + cells.getOrDefault("date", "");
  }

  /// The key of a row by its number, counted from 0 after the header.
  String key(String table, int index) {
    return file(table).map(file -> key(table, file, file.cursor().moveTo(index))).orElse("");
  }

  /// The number of a row, counted from 0 after the header; -1 where there is none.
  int index(String table, String key) {
    Integer index = rows.getOrDefault(table, new LinkedHashMap<>()).get(key);
    return index == null ? -1 : index;
  }

  /// Whether the cells of a table are read from reports, so that they have places.
  static boolean hasPlaces(String table) {
    return !table.equals(PLACES) && !table.equals(APPRAISAL);
  }

  /// The names of the tables that are there.
  List<String> names() {
    return List.copyOf(files.keySet());
  }

  Optional<CsvFile> file(String table) {
    return Optional.ofNullable(files.get(table));
  }

  /// The keys of a table's rows, in its order.
  List<String> keys(String table) {
    return List.copyOf(rows.getOrDefault(table, new LinkedHashMap<>()).keySet());
  }

  boolean hasRow(String table, String key) {
    return row(table, key).isPresent();
  }

  private Optional<CsvFile.Row> row(String table, String key) {
    CsvFile file = files.get(table);
    Map<String, Integer> keys = rows.get(table);
    Integer index = keys == null ? null : keys.get(key);
    return file == null || index == null
        ? Optional.empty()
        : Optional.of(file.cursor().moveTo(index));
  }

  /// The text of a cell; empty where there is no such row or column.
  Optional<String> text(String table, String key, String column) {
    int at = file(table).map(file -> file.column(column)).orElse(-1);
    return at < 0 ? Optional.empty() : row(table, key).map(row -> row.text(at));
  }

  /// The line of a row in its file, 0 where there is none.
  int line(String table, String key) {
    return row(table, key).map(CsvFile.Row::line).orElse(0);
  }
}
