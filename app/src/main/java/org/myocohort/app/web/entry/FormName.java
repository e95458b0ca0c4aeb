package org.myocohort.app.web.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.entry.FormRow;
import org.myocohort.app.entry.LastValues;
import org.myocohort.app.entry.RowForm;
import org.myocohort.app.entry.VisitForm;
import org.myocohort.registry.patient.StoredPatient;

/// Which form: a visit with its measurements, or one row of any table.
///
/// @param row id of the row, or null for a new one
record FormName(boolean visit, String table, @Nullable String row) {
  private static final String NEW = "new";

  static FormName visit(String row) {
    return new FormName(true, "visits", row.equals(NEW) ? null : row);
  }

  static FormName row(String table, String row) {
    return new FormName(false, table, row.equals(NEW) ? null : row);
  }

  /// The rest of its address after the patient's; also the name of its draft.
  String path() {
    return (visit ? "visits/" : "rows/" + table + "/") + (row == null ? NEW : row);
  }

  String template() {
    return visit ? "entry/visit" : "entry/row";
  }

  /// The rows of the untouched form.
  List<FormRow> shown(StoredPatient patient, LastValues last) {
    if (visit) {
      return VisitForm.shown(patient, row, last);
    }
    return List.of(single(patient));
  }

  /// The rows of the form that comes back.
  List<FormRow> posted(StoredPatient patient, LastValues last, Map<String, String> typed) {
    return visit ? VisitForm.posted(patient, row, last, typed) : List.of(single(patient));
  }

  private FormRow single(StoredPatient patient) {
    if (row == null) {
      return RowForm.fresh(patient, table);
    }
    return patient
        .row(table, row)
        .map(RowForm::of)
        .orElseGet(() ->
            table.equals("patients") ? RowForm.person(patient.key()) : RowForm.again(table, row));
  }

  /// What new rows get beside what is typed.
  Map<String, SortedMap<String, String>> links(StoredPatient patient, String date) {
    return visit ? VisitForm.links(patient, date) : RowForm.links(table, patient.key());
  }

  /// The id of the form's own row.
  String rowId(StoredPatient patient) {
    return row != null ? row : FormRow.newId(patient.key(), table, patient.revision(), 1);
  }
}
