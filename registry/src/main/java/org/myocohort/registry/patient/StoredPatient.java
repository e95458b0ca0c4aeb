package org.myocohort.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All current rows of a patient, at one revision.
///
/// @param centre the centre whose patient this is
/// @param revision counts the saved changes; an editor's form carries it
/// @param locked whether changes are refused until a data manager unlocks it
/// @param rows by table in the order of the schema, then by position
public record StoredPatient(
    PatientKey key, String centre, long revision, boolean locked, List<StoredRow> rows) {
  public StoredPatient {
    rows = List.copyOf(rows);
  }

  /// One that was never entered.
  public static StoredPatient none(PatientKey key) {
    return new StoredPatient(key, "", 0, false, List.of());
  }

  StoredPatient withRows(List<StoredRow> rows) {
    return new StoredPatient(key, centre, revision, locked, rows);
  }

  /// The rows of one table.
  public List<StoredRow> rows(String table) {
    return rows.stream().filter(row -> row.table().equals(table)).toList();
  }

  public Optional<StoredRow> row(String table, String id) {
    return rows.stream()
        .filter(row -> row.table().equals(table) && row.id().equals(id))
        .findFirst();
  }

  /// What would stand after some changes; removed rows are gone, new ones are at their table's end.
  StoredPatient with(List<RowChange> changes, long nextRevision) {
    Map<RowName, StoredRow> after = new LinkedHashMap<>();
    Map<String, Long> ends = new HashMap<>();
    for (StoredRow row : rows) {
      after.put(RowName.of(row), row);
      ends.merge(row.table(), row.position() + 1, Math::max);
    }
    for (RowChange change : changes) {
      RowName name = RowName.of(change);
      switch (change) {
        case RowChange.Put put -> {
          StoredRow before = after.get(name);
          long position =
              before != null ? before.position() : ends.getOrDefault(change.table(), 0L);
          ends.merge(change.table(), position + 1, Math::max);
          after.put(
              name, new StoredRow(put.table(), put.id(), nextRevision, position, put.cells()));
        }
        case RowChange.Remove _ -> after.remove(name);
      }
    }
    List<StoredRow> rows = new ArrayList<>(after.values());
    return new StoredPatient(key, centre, nextRevision, locked, TableOrder.sorted(rows));
  }
}
