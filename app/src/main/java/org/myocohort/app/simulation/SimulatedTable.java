package org.myocohort.app.simulation;

import java.util.List;

/// The tables of the study folder that the simulator writes, with the columns that it fills; what
/// they mean stands in the schema of the study folder.
enum SimulatedTable {
  PATIENTS(
      "patients",
      "",
      "id",
      "cohort",
      "source",
      "centre",
      "sex",
      "birth",
      "age_years",
      "onset",
      "onset_age_years",
      "diagnosis",
      "index_drug",
      "vital_status",
      "death",
      "consent",
      "consent_date",
      "consent_scope"),
  ANTIBODIES(
      "antibodies", "AB", "id", "patient", "antibody", "method", "result", "titre", "unit", "date"),
  MANIFESTATIONS("manifestations", "MF", "id", "patient", "finding", "status", "from", "to"),
  VISITS(
      "visits",
      "V",
      "id",
      "patient",
      "date",
      "physician_global",
      "patient_global",
      "extramuscular",
      "mmt",
      "mmt_max",
      "haq"),
  MEASUREMENTS(
      "measurements",
      "M",
      "id",
      "patient",
      "date",
      "measurement",
      "value",
      "qualitative",
      "unit",
      "lower_limit",
      "upper_limit",
      "assay"),
  TREATMENTS(
      "treatments",
      "T",
      "id",
      "patient",
      "drug",
      "dose",
      "unit",
      "route",
      "frequency",
      "start",
      "stop",
      "reason_started",
      "reason_stopped"),
  ADVERSE_EVENTS(
      "adverse_events",
      "AE",
      "id",
      "patient",
      "term",
      "grade",
      "ctcae_version",
      "start",
      "stop",
      "serious",
      "related_to"),
  EVENTS("events", "E", "id", "patient", "kind", "date", "note"),
  BIOMARKERS(
      "biomarkers",
      "B",
      "id",
      "patient",
      "sample",
      "date",
      "marker",
      "assay",
      "value",
      "unit",
      "population",
      "parent",
      "batch");

  private static final List<SimulatedTable> ALL = List.of(values());

  private final String title;
  private final String idPrefix;

  // Made by List.of, so it never changes, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> columns;

  SimulatedTable(String title, String idPrefix, String... columns) {
    this.title = title;
    this.idPrefix = idPrefix;
    this.columns = List.of(columns);
  }

  static List<SimulatedTable> all() {
    return ALL;
  }

  /// The name of the resource.
  String title() {
    return title;
  }

  String fileName() {
    return title + ".csv";
  }

  List<String> columns() {
    return columns;
  }

  /// `V-SC014-03`: letters of the table, patient, number of the row among the patient's.
  String rowId(Traits traits, int number) {
    String digits = Integer.toString(number);
    return idPrefix + "-" + traits.rowPrefix() + "-" + (digits.length() < 2 ? "0" : "") + digits;
  }
}
