package org.myocohort.registry.patient;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A change to one row of a patient.
public sealed interface RowChange {
  String table();

  String id();

  /// The row gets these cells, whether it is new or stood before; all of them, not only those that
  /// change.
  record Put(String table, String id, SortedMap<String, String> cells) implements RowChange {
    public Put {
      SortedMap<String, String> filled = new TreeMap<>(cells);
      filled.values().removeIf(String::isEmpty);
      cells = Collections.unmodifiableSortedMap(filled);
    }
  }

  /// The row is removed; its versions stay in the history.
  record Remove(String table, String id) implements RowChange {}
}
