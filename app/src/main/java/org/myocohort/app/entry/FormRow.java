package org.myocohort.app.entry;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.StoredRow;

/// One row of a form.
///
/// @param key prefix of its fields' names, which stands once in the form
/// @param id of the row; a new row has the id that it will get
/// @param standing the cells that the editor started from, null for a new row
/// @param offered what a new row's fields hold before anything is typed
/// @param columns the columns that have a field, in their order
public record FormRow(
    String key,
    String table,
    String id,
    @Nullable SortedMap<String, String> standing,
    SortedMap<String, String> offered,
    List<String> columns) {

  public FormRow {
    standing = standing == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(standing));
    offered = Collections.unmodifiableSortedMap(new TreeMap<>(offered));
    columns = List.copyOf(columns);
  }

  static FormRow of(String key, StoredRow row, List<String> columns) {
    return new FormRow(key, row.table(), row.id(), row.cells(), new TreeMap<>(), columns);
  }

  static FormRow fresh(String key, String table, String id, List<String> columns) {
    return new FormRow(key, table, id, null, new TreeMap<>(), columns);
  }

  FormRow offering(SortedMap<String, String> cells) {
    return new FormRow(key, table, id, standing, cells, columns);
  }

  public boolean isNew() {
    return standing == null;
  }

  /// Whether the row may stay empty: one of several that wait to be filled.
  boolean isOptional() {
    return key.startsWith("n");
  }

  /// The name of a column's field.
  public String name(String column) {
    return key + "." + column;
  }

  /// What the field holds before anything is typed.
  public String before(String column) {
    return (standing == null ? offered : standing).getOrDefault(column, "");
  }

  /// The column's description.
  ///
  /// @throws IllegalArgumentException if the table has no such column
  public StudySchema.Column column(String name) {
    return StudySchema.table(table)
        .flatMap(found -> found.column(name))
        .orElseThrow(() -> new IllegalArgumentException("no column " + table + "." + name));
  }

  /// The id of a new row: the revision that will make it tells it from every other.
  ///
  /// @param revision the patient's revision that the form starts from
  /// @param number counts the new rows of the form
  public static String newId(PatientKey patient, String table, long revision, int number) {
    return patient.id() + "-" + table + "-r" + (revision + 1) + "-" + number;
  }
}
