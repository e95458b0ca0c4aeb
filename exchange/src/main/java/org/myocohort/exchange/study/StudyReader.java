package org.myocohort.exchange.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;

/// Turns the tables of a study into patient records, and gathers everything that is wrong.
final class StudyReader {
  private final Map<String, CsvFile> tables;
  private final Problems problems;
  private final RowIds ids = new RowIds();
  private Map<String, PatientFacts> patients = new LinkedHashMap<>();
  private final List<ReportedStatisticRow> reportedStatistics = new ArrayList<>();

  StudyReader(Map<String, CsvFile> tables, Problems problems) {
    this.tables = tables;
    this.problems = problems;
  }

  /// Whether there are facts, so that there must be patients.
  boolean needsPatients() {
    return tables.keySet().stream().anyMatch(name -> !name.equals("reported-statistics"));
  }

  void read() {
    CsvFile table = tables.get("patients");
    if (table != null) {
      patients = PatientsTable.read(table, problems, ids);
    }
    facts("antibodies", rows -> new ClinicalTables(rows)::antibody);
    facts("manifestations", rows -> new ClinicalTables(rows)::manifestation);
    readVisits();
    facts("measurements", rows -> new LaboratoryTables(rows)::measurement);
    facts("treatments", rows -> new ClinicalTables(rows)::treatment);
    facts("adverse_events", rows -> new ClinicalTables(rows)::adverseEvent);
    facts("events", rows -> new ClinicalTables(rows)::event);
    facts("biomarkers", rows -> new LaboratoryTables(rows)::biomarker);
    readReportedStatistics();
  }

  List<PatientRecord> patients() {
    return patients.values().stream().map(PatientFacts::record).toList();
  }

  List<ReportedStatisticRow> reportedStatistics() {
    return reportedStatistics;
  }

  /// A patient of the study. Where the patients could not be read, nobody is unknown: that is said
  /// once, not in every row.
  private Optional<PatientFacts> patient(String id) {
    if (patients.isEmpty()) {
      return Optional.of(new PatientFacts());
    }
    return Optional.ofNullable(patients.get(id));
  }

  private void facts(
      String name, Function<TableRows, BiConsumer<PatientFacts, RowReference>> body) {
    TableRows rows = rows(name);
    if (rows != null) {
      rows.forEach(this::patient, body.apply(rows));
    }
  }

  private @Nullable TableRows rows(String name) {
    CsvFile table = tables.get(name);
    return table == null
        ? null
        : new TableRows(table, StudySchema.table(name).orElseThrow(), problems, ids);
  }

  private void readVisits() {
    CsvFile table = tables.get("visits");
    if (table == null) {
      return;
    }
    Problems own = new Problems();
    try {
      new VisitsTable(table, own, ids, this::patient, !tables.containsKey("measurements"))
          .forEachPatient(this::keepVisits);
      own.throwIfAny();
    } catch (BadInputException e) {
      problems.addAll(e);
    }
  }

  private void keepVisits(VisitsTable.PatientVisits visits) {
    patient(visits.patient())
        .ifPresent(facts -> {
          facts.visits.addAll(visits.visits());
          facts.baseline = visits.marked() ? visits.baseline() : null;
        });
  }

  private void readReportedStatistics() {
    TableRows rows = rows("reported-statistics");
    if (rows == null) {
      return;
    }
    CellReader cells = rows.cells;
    rows.forEachRow(row ->
        reportedStatistics.add(
            new ReportedStatisticRow(
                row,
                cells.line(),
                cells.text("source"),
                cells.text("quantity"),
                cells.text("unit"),
                cells.text("n"),
                cells.text("n_source"),
                cells.text("statistic"),
                cells.text("value"),
                cells.text("low"),
                cells.text("high"),
                cells.text("low_high_kind"),
                cells.text("p_value"),
                cells.text("comparison"))));
  }
}
