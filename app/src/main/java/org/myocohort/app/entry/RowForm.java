package org.myocohort.app.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

/// The form of one row of any table.
public final class RowForm {
  /// Key of the row.
  public static final String ROW = "r";

  private static final String PATIENTS = "patients";

  /// The tables whose rows a patient has.
  public static final List<String> TABLES =
      List.of(
          PATIENTS,
          "antibodies",
          "manifestations",
          "visits",
          "measurements",
          "treatments",
          "adverse_events",
          "events",
          "biomarkers");

  /// Columns of published tables: shown where they hold something, not asked of an own patient.
  private static final Set<String> PUBLISHED =
      Set.of(
          "cohort",
          "source",
          "manifestations",
          "antibody",
          "acute_phase_reactants_and_ferritin",
          "prior_treatments",
          "anakinra_mg_per_day",
          "concomitant_treatments",
          "reported_response",
          "day");

  private RowForm() {}

  /// A row as it stands.
  public static FormRow of(StoredRow row) {
    return FormRow.of(ROW, row, columns(row.table(), row));
  }

  /// A new row of a table.
  public static FormRow fresh(StoredPatient patient, String table) {
    return FormRow.fresh(
        ROW,
        table,
        FormRow.newId(patient.key(), table, patient.revision(), 1),
        columns(table, null));
  }

  /// A row that somebody else removed while it was being edited.
  public static FormRow again(String table, String id) {
    return FormRow.fresh(ROW, table, id, columns(table, null));
  }

  /// A new patient's own row.
  public static FormRow person(PatientKey key) {
    return FormRow.fresh(ROW, PATIENTS, key.id(), columns(PATIENTS, null));
  }

  private static List<String> columns(String table, @Nullable StoredRow row) {
    return StudySchema.table(table).orElseThrow().columns().stream()
        .map(StudySchema.Column::name)
        .filter(column -> !column.equals("id") && !column.equals("patient"))
        .filter(column ->
            !PUBLISHED.contains(column)
                || !(table.equals(PATIENTS) || table.equals("visits"))
                || (row != null && !row.cell(column).isEmpty()))
        .toList();
  }

  /// What a new row gets beside what is typed.
  public static Map<String, SortedMap<String, String>> links(String table, PatientKey patient) {
    SortedMap<String, String> owner = new TreeMap<>();
    if (!table.equals(PATIENTS)) {
      owner.put("patient", patient.id());
    }
    return Map.of(table, owner);
  }
}
