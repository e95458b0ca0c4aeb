package org.myocohort.evidence.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvEdit;
import org.myocohort.exchange.csv.CsvFile;

/// Changes to the tables of an extraction, in memory: every byte that they do not concern stays.
final class ExtractionEdit {
  /// Letters of the ids that new rows get, by table.
  private static final Map<String, String> LETTERS =
      Map.of(
          "patients", "p",
          "antibodies", "a",
          "manifestations", "f",
          "visits", "v",
          "measurements", "m",
          "treatments", "t",
          "adverse_events", "ae",
          "events", "e",
          "biomarkers", "b",
          "results", "r");

  private final SequencedMap<String, CsvFile> files;
  private final SequencedSet<String> changed = new LinkedHashSet<>();
  private ExtractionTables tables;

  ExtractionEdit(SequencedMap<String, CsvFile> files) {
    this.files = new LinkedHashMap<>(files);
    this.tables = new ExtractionTables(this.files);
  }

  /// The tables as they are now.
  SequencedMap<String, CsvFile> files() {
    return files;
  }

  /// The names of the tables that differ from those read.
  SequencedSet<String> changed() {
    return changed;
  }

  int line(String table, String row) {
    return tables.line(table, row);
  }

  /// What stands in a field now.
  String text(String table, String row, String field) {
    if (!RowEntry.isPlace(field)) {
      return tables.text(table, row, field).orElse("");
    }
    List<Integer> places = places(table, row, RowEntry.column(field));
    return places.isEmpty() ? "" : cell(places.getFirst(), placeColumn(field));
  }

  private static String placeColumn(String field) {
    return field.endsWith(RowEntry.QUOTE) ? "quote" : "place";
  }

  private String cell(int index, String column) {
    CsvFile file = file(ExtractionTables.PLACES);
    int at = file.column(column);
    return at < 0 ? "" : file.cursor().moveTo(index).text(at);
  }

  /// The lines of the places of a row and of its cells.
  private List<Integer> places(String table, String row) {
    List<Integer> found = new ArrayList<>();
    for (int index = 0; index < file(ExtractionTables.PLACES).rowCount(); index++) {
      if (cell(index, "table").equals(table) && cell(index, "row").equals(row)) {
        found.add(index);
      }
    }
    return found;
  }

  /// The lines of the places of a cell, or of a row as a whole.
  private List<Integer> places(String table, String row, String column) {
    return places(table, row).stream()
        .filter(index -> cell(index, "column").equals(column))
        .toList();
  }

  /// A table; one that is not there yet has the columns that an extraction begins with.
  private CsvFile file(String table) {
    return files.computeIfAbsent(
        table, name -> TableText.of(name + ".csv", ExtractionColumns.begun(name), List.of()));
  }

  private void put(String table, CsvEdit edit) throws BadInputException {
    files.put(table, edit.apply());
    changed.add(table);
    tables = new ExtractionTables(files);
  }

  /// The fields that both this entry and somebody else changed, with what stands there now; empty
  /// where there are none.
  Optional<SaveResult.Overtaken> overtaken(RowEntry entry) {
    if (entry.isNew()) {
      return Optional.empty();
    }
    boolean there = tables.hasRow(entry.table(), entry.row());
    if (!there && entry.before().values().stream().anyMatch(text -> !text.isEmpty())) {
      return Optional.of(new SaveResult.Overtaken(entry.row(), Map.of(), true));
    }
    Map<String, String> now = new TreeMap<>();
    for (Map.Entry<String, String> typed : entry.typed().entrySet()) {
      String field = typed.getKey();
      String text = text(entry.table(), entry.row(), field);
      boolean mine = !typed.getValue().equals(entry.before(field));
      boolean theirs = !text.equals(entry.before(field));
      if (mine && theirs && !text.equals(typed.getValue())) {
        now.put(field, text);
      }
    }
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(new SaveResult.Overtaken(entry.row(), now, false));
  }

  /// Puts in what was typed; what its author left alone stays as it stands now.
  ///
  /// @return key of the row
  String save(RowEntry entry) throws BadInputException {
    String row = entry.isNew() ? newId(entry) : entry.row();
    if (!tables.hasRow(entry.table(), row)) {
      row = append(entry, row);
    } else {
      row = change(entry, row);
    }
    for (String field : entry.typed().keySet()) {
      if (RowEntry.isPlace(field)) {
        place(entry, row, field);
      }
    }
    return row;
  }

  private String newId(RowEntry entry) {
    String base =
        entry.report() + "-" + LETTERS.getOrDefault(entry.table(), entry.table().substring(0, 1));
    int number = 1;
    while (isTaken(base + number)) {
      number++;
    }
    return base + number;
  }

  private boolean isTaken(String id) {
    return tables.names().stream().anyMatch(table -> tables.hasRow(table, id));
  }

  private String append(RowEntry entry, String row) throws BadInputException {
    CsvFile file = file(entry.table());
    Map<String, String> cells = new LinkedHashMap<>(entry.fixed());
    boolean named = file.column("id") >= 0;
    if (named) {
      cells.put("id", row);
    }
    entry
        .typed()
        .forEach((field, text) -> {
          if (!RowEntry.isPlace(field)) {
            cells.put(field, text);
          }
        });
    cells.keySet().removeIf(column -> file.column(column) < 0);
    put(entry.table(), new CsvEdit(file).append(cells));
    return named || entry.table().equals(ExtractionTables.APPRAISAL)
        ? row
        : ExtractionTables.visit(cells);
  }

  private String change(RowEntry entry, String row) throws BadInputException {
    CsvFile file = file(entry.table());
    int index = tables.index(entry.table(), row);
    CsvEdit edit = new CsvEdit(file);
    boolean different = false;
    for (Map.Entry<String, String> typed : entry.typed().entrySet()) {
      String field = typed.getKey();
      if (!RowEntry.isPlace(field)
          && file.column(field) >= 0
          && !typed.getValue().equals(entry.before(field))
          && !typed.getValue().equals(text(entry.table(), row, field))) {
        edit.cell(index, field, typed.getValue());
        different = true;
      }
    }
    if (!different) {
      return row;
    }
    put(entry.table(), edit);
    String key = tables.key(entry.table(), index);
    if (!key.equals(row)) {
      moved(entry.table(), row, key);
    }
    return key;
  }

  /// A visit without an id is named by its date: its places follow it.
  private void moved(String table, String row, String key) throws BadInputException {
    CsvEdit edit = new CsvEdit(file(ExtractionTables.PLACES));
    for (int place : places(table, row)) {
      edit.cell(place, "row", key);
    }
    put(ExtractionTables.PLACES, edit);
  }

  private void place(RowEntry entry, String row, String field) throws BadInputException {
    String typed = entry.typed().getOrDefault(field, "");
    if (typed.equals(entry.before(field)) || typed.equals(text(entry.table(), row, field))) {
      return;
    }
    String column = RowEntry.column(field);
    CsvFile file = file(ExtractionTables.PLACES);
    List<Integer> known = places(entry.table(), row, column);
    CsvEdit edit = new CsvEdit(file);
    if (known.isEmpty()) {
      edit.append(
          Map.of(
              "table",
              entry.table(),
              "row",
              row,
              "column",
              column,
              "report",
              entry.report(),
              placeColumn(field),
              typed));
    } else {
      String other = placeColumn(field).equals("quote") ? "place" : "quote";
      if (typed.isEmpty() && cell(known.getFirst(), other).isEmpty()) {
        edit.remove(known.getFirst());
      } else {
        edit.cell(known.getFirst(), placeColumn(field), typed);
      }
    }
    put(ExtractionTables.PLACES, edit);
  }

  /// Takes a row away, with its places; of a patient all that is told of him.
  RemovedRows remove(String table, String row) throws BadInputException {
    List<RemovedRows.Line> told = new ArrayList<>();
    List<RemovedRows.Line> places = new ArrayList<>();
    // What belongs to a patient goes before him, and comes back after him.
    if (table.equals(ExtractionTables.PATIENTS)) {
      for (String other : tables.names()) {
        if (file(other).column("patient") >= 0) {
          for (String key : tables.keys(other)) {
            if (tables.text(other, key, "patient").orElse("").equals(row)) {
              remove(other, key, told, places);
            }
          }
        }
      }
    }
    List<RemovedRows.Line> lines = new ArrayList<>();
    remove(table, row, lines, places);
    lines.addAll(told);
    lines.addAll(places);
    return new RemovedRows(table, row, lines);
  }

  private void remove(
      String table, String row, List<RemovedRows.Line> lines, List<RemovedRows.Line> places)
      throws BadInputException {
    List<Integer> found = places(table, row);
    if (!found.isEmpty()) {
      CsvEdit edit = new CsvEdit(file(ExtractionTables.PLACES));
      for (int place : found) {
        places.add(line(ExtractionTables.PLACES, place));
        edit.remove(place);
      }
      put(ExtractionTables.PLACES, edit);
    }
    int index = tables.index(table, row);
    lines.add(line(table, index));
    put(table, new CsvEdit(file(table)).remove(index));
  }

  private RemovedRows.Line line(String table, int index) {
    CsvFile file = file(table);
    CsvFile.Row cursor = file.cursor().moveTo(index);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int column = 0; column < file.header().size(); column++) {
      cells.put(file.header().get(column), cursor.text(column));
    }
    cells.remove("");
    return new RemovedRows.Line(table, cells);
  }

  /// Puts rows back, at the ends of their tables.
  void restore(RemovedRows removed) throws BadInputException {
    for (RemovedRows.Line line : removed.rows()) {
      put(line.table(), new CsvEdit(file(line.table())).append(line.cells()));
    }
  }
}
