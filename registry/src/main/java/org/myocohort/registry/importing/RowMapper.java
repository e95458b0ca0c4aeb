package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.source.SourceTable;
import org.myocohort.exchange.study.StudySchema;

/// Turns the rows of one table of a file into rows of a study's tables.
final class RowMapper {
  private final SourceTable source;
  private final Mapping.Sheet sheet;
  private final boolean verbatim;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Target> targets = new ArrayList<>();

  /// One row that each row of the file makes.
  private record Target(
      String table, List<Mapping.Field> fields, boolean always, Map<String, String> headings) {
    static Target of(String table, List<Mapping.Field> fields, boolean always, String patient) {
      Map<String, String> headings = new HashMap<>();
      for (Mapping.Field field : fields) {
        headings.putIfAbsent(field.column(), heading(field));
      }
      headings.putIfAbsent(table.equals("patients") ? "id" : "patient", patient);
      return new Target(table, fields, always, headings);
    }
  }

  RowMapper(SourceTable source, Mapping.Sheet sheet, boolean verbatim) {
    this.source = source;
    this.sheet = sheet;
    this.verbatim = verbatim;
    for (int index = 0; index < source.header().size(); index++) {
      columns.putIfAbsent(source.header().get(index), index);
    }
    Map<String, Map<String, List<Mapping.Field>>> tables = new LinkedHashMap<>();
    for (Mapping.Field field : sheet.fields()) {
      tables
          .computeIfAbsent(field.table(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(field.group(), _ -> new ArrayList<>())
          .add(field);
    }
    tables.forEach((table, groups) -> addTargets(table, groups, tables.size() == 1));
  }

  private void addTargets(
      String table, Map<String, List<Mapping.Field>> groups, boolean onlyTable) {
    List<Mapping.Field> shared = groups.getOrDefault("", List.of());
    if (groups.size() == 1 && groups.containsKey("")) {
      targets.add(Target.of(table, shared, onlyTable, sheet.patient()));
      return;
    }
    groups.forEach((group, fields) -> {
      if (!group.isEmpty()) {
        List<Mapping.Field> all = new ArrayList<>(shared);
        all.addAll(fields);
        targets.add(Target.of(table, all, false, sheet.patient()));
      }
    });
  }

  /// The headings that the mapping names and the file does not have.
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (!sheet.patient().isEmpty() && !columns.containsKey(sheet.patient())) {
      missing.add(sheet.patient());
    }
    for (Mapping.Field field : sheet.fields()) {
      if (!field.source().isEmpty()
          && !columns.containsKey(field.source())
          && !missing.contains(field.source())) {
        missing.add(field.source());
      }
    }
    return missing;
  }

  /// The patient of a row, empty where it names none.
  String patient(List<String> texts) {
    return text(texts, sheet.patient());
  }

  private String text(List<String> texts, String heading) {
    Integer index = columns.get(heading);
    return index == null ? "" : plain(texts.get(index));
  }

  private String plain(String text) {
    return verbatim ? text : Formulas.restored(text);
  }

  /// The rows that one row of the file makes.
  List<MappedRow> map(int index) {
    List<String> texts = source.row(index);
    int line = source.line(index);
    List<MappedRow> rows = new ArrayList<>(targets.size());
    for (Target target : targets) {
      MappedRow row = map(texts, line, target);
      if (target.always() || says(target, row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private MappedRow map(List<String> texts, int line, Target target) {
    String patient = patient(texts);
    TreeMap<String, String> cells = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    StudySchema.Table schema = StudySchema.table(target.table()).orElse(null);
    if (schema == null) {
      problems.add(problem(line, "", "table-unknown", target.table()));
    }
    String id = target.table().equals("patients") ? patient : "";
    for (Mapping.Field field : target.fields()) {
      String text = field.source().isEmpty() ? field.constant() : text(texts, field.source());
      CellText cell = CellText.of(text, field, schema);
      if (!cell.problem().isEmpty()) {
        problems.add(problem(line, heading(field), cell.problem(), text));
      }
      if (field.column().equals("id")) {
        id = target.table().equals("patients") ? patient : cell.text();
      } else if (cells.getOrDefault(field.column(), "").isEmpty()) {
        cells.put(field.column(), cell.text());
      }
      if (!field.unit().isEmpty() && cell.text().chars().anyMatch(Character::isDigit)) {
        cells.put("unit", field.unit());
      }
    }
    if (!target.table().equals("patients")) {
      cells.put("patient", patient);
    }
    if (patient.isEmpty()) {
      problems.add(problem(line, sheet.patient(), "value-expected", ""));
    }
    return new MappedRow(
        source.file(), line, target.table(), patient, id, cells, target.headings(), problems);
  }

  private static String heading(Mapping.Field field) {
    return field.source().isEmpty() ? field.table() + "." + field.column() : field.source();
  }

  private Problem problem(int line, String column, String code, String found) {
    return new Problem(source.file(), line, column, code, found, List.of());
  }

  /// Whether the row says anything beyond whose it is and when: an empty laboratory column makes no
  /// measurement.
  private static boolean says(Target target, MappedRow row) {
    for (Mapping.Field field : target.fields()) {
      boolean says =
          !field.source().isEmpty()
              && !field.column().equals("id")
              && !field.column().equals("date")
              && !field.column().equals("unit")
              && !row.cells().getOrDefault(field.column(), "").isEmpty();
      if (says) {
        return true;
      }
    }
    return row.table().equals("patients") && !row.patient().isEmpty();
  }
}
