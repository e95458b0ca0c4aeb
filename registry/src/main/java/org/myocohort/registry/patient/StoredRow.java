package org.myocohort.registry.patient;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row of a study folder's table, as it stands.
///
/// @param table name of the table in the schema
/// @param id stands once in the study
/// @param revision the patient's revision that wrote it
/// @param position its place in the table
/// @param cells texts by column, as entered; empty cells are not there
public record StoredRow(
    String table, String id, long revision, long position, SortedMap<String, String> cells) {

  public StoredRow {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /// A cell's text, empty where nothing was entered.
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
