package org.myocohort.evidence.extraction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.myocohort.exchange.study.Study;
import org.myocohort.patient.PatientRecord;

/// Everything that one person read out of the reports of a review, or what two agreed on.
///
/// @param by who read: the name of the folder
/// @param study the single patients
/// @param patientReports the report that tells of each patient, by the patient's id; a patient
///   without a report is not in it
/// @param reports in the order of their table
/// @param results in the order of their table
/// @param places in the order of their table
/// @param appraisals in the order of their table; questions without an answer are not in it
public record Extraction(
    String by,
    Study study,
    SequencedMap<String, String> patientReports,
    List<ExtractedReport> reports,
    List<AggregateResult> results,
    List<Place> places,
    List<Appraisal> appraisals) {
  public Extraction {
    patientReports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(patientReports));
    reports = List.copyOf(reports);
    results = List.copyOf(results);
    places = List.copyOf(places);
    appraisals = List.copyOf(appraisals);
  }

  /// The report with this id.
  public Optional<ExtractedReport> report(String id) {
    return reports.stream().filter(report -> report.id().equals(id)).findFirst();
  }

  /// The report that tells of a patient.
  public Optional<String> reportOf(String patient) {
    return Optional.ofNullable(patientReports.get(patient));
  }

  /// The single patients that a report tells of.
  public List<PatientRecord> patientsOf(String report) {
    return study.patients().stream()
        .filter(patient -> report.equals(patientReports.get(patient.id())))
        .toList();
  }

  /// The aggregate results of an outcome.
  public List<AggregateResult> resultsOf(String outcome) {
    return results.stream().filter(result -> result.outcome().equals(outcome)).toList();
  }

  /// Where a cell was read.
  ///
  /// @param table such as `patients` or `results`
  /// @param row id of the row; of `reports` the report
  public List<Place> placesOf(String table, String row, String column) {
    return places.stream().filter(place -> place.of(table, row, column)).toList();
  }

  /// The answers about a report, in the order of their table.
  public List<Appraisal> appraisalsOf(String report) {
    return appraisals.stream().filter(appraisal -> appraisal.report().equals(report)).toList();
  }
}
