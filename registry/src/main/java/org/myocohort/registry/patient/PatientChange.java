package org.myocohort.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.audit.CanonicalJson;

/// A patient before and after some changes, and the changes that change something.
final class PatientChange {
  private final StoredPatient before;
  private final StoredPatient after;
  private final List<RowChange> changes;
  // By name: a list would be searched once for every change.
  private final Map<RowName, StoredRow> stood;
  private final Map<RowName, StoredRow> stands;

  PatientChange(StoredPatient before, List<RowChange> asked) {
    this.before = before;
    this.stood = byName(before);
    this.changes = asked.stream().filter(this::differs).toList();
    this.after = before.with(changes, before.revision() + 1);
    this.stands = byName(after);
  }

  private static Map<RowName, StoredRow> byName(StoredPatient patient) {
    Map<RowName, StoredRow> rows = new HashMap<>();
    patient.rows().forEach(row -> rows.put(RowName.of(row), row));
    return rows;
  }

  StoredPatient before() {
    return before;
  }

  StoredPatient after() {
    return after;
  }

  /// The changes that change something.
  List<RowChange> changes() {
    return changes;
  }

  /// The row that a change finds, or null where it makes a new one.
  @Nullable StoredRow stood(RowChange change) {
    return stood.get(RowName.of(change));
  }

  /// The row that a change leaves, or null where it removes one.
  @Nullable StoredRow stands(RowChange change) {
    return stands.get(RowName.of(change));
  }

  /// The place of a row in its table; one that is removed keeps the place that it had.
  long position(RowChange change) {
    StoredRow row = stands(change);
    return (row != null ? row : Objects.requireNonNull(stood(change))).position();
  }

  private boolean differs(RowChange change) {
    StoredRow row = stood(change);
    return switch (change) {
      case RowChange.Put put -> row == null || !row.cells().equals(put.cells());
      case RowChange.Remove _ -> row != null;
    };
  }

  /// Whether a value that stood is changed or removed. Filling in what was empty corrects nothing.
  boolean corrects() {
    return changes.stream().anyMatch(this::corrects);
  }

  private boolean corrects(RowChange change) {
    StoredRow row = stood(change);
    return row != null
        && switch (change) {
          case RowChange.Put put ->
              row.cells().entrySet().stream()
                  .anyMatch(cell -> !cell.getValue().equals(put.cells().get(cell.getKey())));
          case RowChange.Remove _ -> true;
        };
  }

  /// The ids of rows that are new.
  List<String> added() {
    return changes.stream().filter(change -> stood(change) == null).map(RowChange::id).toList();
  }

  /// What the audit says of the changes: rows, columns, and the place and the hash of what now
  /// stands.
  SortedMap<String, Object> detail() {
    List<Object> rows = new ArrayList<>();
    for (RowChange change : changes) {
      StoredRow row = stood(change);
      SortedMap<String, String> old = row == null ? new TreeMap<>() : row.cells();
      SortedMap<String, Object> said = new TreeMap<>();
      said.put("table", change.table());
      said.put("row", change.id());
      said.put("position", position(change));
      switch (change) {
        case RowChange.Put put -> {
          said.put("cells", Sha256.of(CanonicalJson.ofCells(put.cells())));
          TreeSet<String> columns = new TreeSet<>(put.cells().keySet());
          columns.addAll(old.keySet());
          columns.removeIf(column -> Objects.equals(old.get(column), put.cells().get(column)));
          said.put("columns", List.copyOf(columns));
        }
        case RowChange.Remove _ -> {
          said.put("cells", "");
          said.put("columns", List.copyOf(old.keySet()));
        }
      }
      rows.add(said);
    }
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("rows", rows);
    return detail;
  }
}
