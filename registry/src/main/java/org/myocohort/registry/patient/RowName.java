package org.myocohort.registry.patient;

/// A row's table and id, by which the rows of a patient are found.
record RowName(String table, String id) {
  static RowName of(StoredRow row) {
    return new RowName(row.table(), row.id());
  }

  static RowName of(RowChange change) {
    return new RowName(change.table(), change.id());
  }
}
