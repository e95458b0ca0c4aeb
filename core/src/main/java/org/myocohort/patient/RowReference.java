package org.myocohort.patient;

/// Where a fact stands: a row of a table of the study. Results, marks of a figure and queries point
/// here, so that every number can be traced.
///
/// @param table the table's name, such as `visits`
/// @param id the row's stable id, unique in the study
public record RowReference(String table, String id) {

  public String column(String column) {
    return table + "/" + id + "/" + column;
  }

  @Override
  public String toString() {
    return table + "/" + id;
  }
}
