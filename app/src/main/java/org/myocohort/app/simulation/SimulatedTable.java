package org.myocohort.app.simulation;

import static org.myocohort.app.simulation.Field.Kind.CODE;
import static org.myocohort.app.simulation.Field.Kind.DATE;
import static org.myocohort.app.simulation.Field.Kind.MEASURED;
import static org.myocohort.app.simulation.Field.Kind.NUMBER;
import static org.myocohort.app.simulation.Field.Kind.PARTIAL_DATE;
import static org.myocohort.app.simulation.Field.Kind.TEXT;
import static org.myocohort.app.simulation.Field.Kind.WHOLE;

import java.util.List;

/// The tables of the study folder that the simulator writes, with the columns of each.
enum SimulatedTable {
  PATIENTS(
      "patients",
      "",
      Field.id("pseudonym, unique in the study"),
      Field.of("cohort", CODE, "own patient or one of a publication").oneOf("own", "literature"),
      Field.of("source", TEXT, "citation of a published patient"),
      Field.of("centre", TEXT, "centre that follows the patient"),
      Field.of("sex", CODE, "sex at birth").oneOf("female", "male"),
      Field.of("birth", PARTIAL_DATE, "birth, as precise as recorded"),
      Field.of("age_years", WHOLE, "age at the index event or, without one, at the first visit")
          .within(0, 120),
      Field.of("onset", PARTIAL_DATE, "first symptom"),
      Field.of("onset_age_years", WHOLE, "age at the first symptom").within(0, 120),
      Field.of("diagnosis", PARTIAL_DATE, "diagnosis"),
      Field.of("index_drug", TEXT, "drug whose first dose is day 0; empty where there is none"),
      Field.of("vital_status", CODE, "vital status at the last contact")
          .oneOf("alive", "dead", "lost to follow-up", "opted out"),
      Field.of("death", DATE, "date of death"),
      Field.of("consent", CODE, "what the patient said").oneOf("given", "refused", "withdrawn"),
      Field.of("consent_date", DATE, "when"),
      Field.of("consent_scope", TEXT, "what for; several are separated by ;")),
  ANTIBODIES(
      "antibodies",
      "AB",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("antibody", TEXT, "antibody"),
      Field.of("method", CODE, "how it was sought")
          .oneOf("ELISA", "line blot", "immunoprecipitation", "CLIA", "ALBIA"),
      Field.of("result", CODE, "what was found")
          .oneOf("positive", "weak positive", "equivocal", "negative", "not tested"),
      Field.of("titre", TEXT, "titre or grade as reported"),
      Field.of("unit", TEXT, "unit of the titre"),
      Field.of("date", PARTIAL_DATE, "date of the test")),
  MANIFESTATIONS(
      "manifestations",
      "MF",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("finding", TEXT, "finding"),
      Field.of("status", CODE, "whether it was there").oneOf("present", "absent", "not reported"),
      Field.of("from", PARTIAL_DATE, "first seen"),
      Field.of("to", PARTIAL_DATE, "last seen; empty while it lasts")),
  VISITS(
      "visits",
      "V",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("date", DATE, "date of the visit"),
      Field.of("physician_global", NUMBER, "physician global activity, higher is worse")
          .within(0, 10),
      Field.of("patient_global", NUMBER, "patient global activity, higher is worse").within(0, 10),
      Field.of("extramuscular", NUMBER, "extramuscular global activity, higher is worse")
          .within(0, 10),
      Field.of("mmt", NUMBER, "manual muscle test, higher is better").within(0, 260),
      Field.of("mmt_max", NUMBER, "possible maximum of the form used").oneOf("80", "150", "260"),
      Field.of("haq", NUMBER, "health assessment questionnaire, higher is worse").within(0, 3)),
  MEASUREMENTS(
      "measurements",
      "M",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("date", DATE, "date of the sample or test"),
      Field.of("measurement", TEXT, "what was measured"),
      Field.of("value", MEASURED, "the number, or < or > with a limit of the assay"),
      Field.of("qualitative", CODE, "where a word is all there is")
          .oneOf("increased", "normal", "decreased"),
      Field.of("unit", TEXT, "UCUM unit"),
      Field.of("lower_limit", NUMBER, "lower limit of normal at that laboratory and date"),
      Field.of("upper_limit", NUMBER, "upper limit of normal at that laboratory and date"),
      Field.of("assay", TEXT, "laboratory or assay; two assays never convert")),
  TREATMENTS(
      "treatments",
      "T",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("drug", TEXT, "drug"),
      Field.of("dose", NUMBER, "a single dose").within(0, 10_000),
      Field.of("unit", CODE, "unit of the dose").oneOf("mg", "g", "mg/kg", "g/kg", "mg/m2"),
      Field.of("route", CODE, "route").oneOf("oral", "iv", "sc", "im"),
      Field.of("frequency", TEXT, "how often"),
      Field.of("start", DATE, "first day at this dose"),
      Field.of("stop", DATE, "the day after the last dose; NA while it goes on"),
      Field.of("reason_started", TEXT, "why it was started or changed"),
      Field.of("reason_stopped", TEXT, "why it was stopped")),
  ADVERSE_EVENTS(
      "adverse_events",
      "AE",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("term", TEXT, "adverse event"),
      Field.of("grade", WHOLE, "CTCAE grade").within(1, 5),
      Field.of("ctcae_version", TEXT, "version that the grade belongs to"),
      Field.of("start", DATE, "first day"),
      Field.of("stop", DATE, "day it was over; NA while it lasts"),
      Field.of("serious", CODE, "serious as judged by the centre").oneOf("yes", "no"),
      Field.of("related_to", TEXT, "drug that it was attributed to")),
  EVENTS(
      "events",
      "E",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("kind", CODE, "what it was")
          .oneOf(
              "flare",
              "relapse",
              "admission",
              "infection",
              "vaccination",
              "pregnancy",
              "cancer",
              "death",
              "other"),
      Field.of("date", DATE, "when"),
      Field.of("note", TEXT, "a few words")),
  BIOMARKERS(
      "biomarkers",
      "B",
      Field.id("row id, unique in the study"),
      Field.patient(),
      Field.of("sample", TEXT, "id of the sample"),
      Field.of("date", DATE, "when the sample was taken"),
      Field.of("marker", TEXT, "what was measured"),
      Field.of("assay", TEXT, "how; two assays never convert"),
      Field.of("value", MEASURED, "the number, or < or > with a limit of the assay"),
      Field.of("unit", TEXT, "UCUM unit"),
      Field.of("population", TEXT, "cell population; empty for a soluble marker"),
      Field.of("parent", TEXT, "population that a percentage refers to"),
      Field.of("batch", TEXT, "plate or run"));

  private static final List<SimulatedTable> ALL = List.of(values());

  private final String title;
  private final String idPrefix;

  // Made by List.of, so it never changes, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Field> fields;

  SimulatedTable(String title, String idPrefix, Field... fields) {
    this.title = title;
    this.idPrefix = idPrefix;
    this.fields = List.of(fields);
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

  List<Field> fields() {
    return fields;
  }

  /// `V-SC014-03`: letters of the table, patient, number of the row among the patient's.
  String rowId(Traits traits, int number) {
    String digits = Integer.toString(number);
    return idPrefix + "-" + traits.rowPrefix() + "-" + (digits.length() < 2 ? "0" : "") + digits;
  }
}
