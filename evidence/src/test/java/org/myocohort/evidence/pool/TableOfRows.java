package org.myocohort.evidence.pool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.extraction.Design;
import org.myocohort.evidence.link.CohortFacts;

/// Rows as a test writes them down.
final class TableOfRows {
  static final Outcome RESPONSE =
      new Outcome(
          "response",
          "At least moderate response",
          "moderate-2016",
          "patients",
          "reported_response",
          List.of("moderate", "major"),
          List.of("none", "minimal"));

  private TableOfRows() {}

  static PoolingRow result(String id, int events, int total) {
    return result(id, Design.CASE_SERIES, "moderate-2016", events, total, CohortFacts.NONE);
  }

  static PoolingRow result(
      String id,
      @Nullable Design design,
      String definition,
      @Nullable Integer events,
      @Nullable Integer total,
      CohortFacts facts) {
    return row(
        id,
        PatientSource.LITERATURE,
        id,
        design,
        facts,
        new PoolingRow.Result(definition, "", events, total, events + "/" + total));
  }

  static PoolingRow own(String patient, String word) {
    return row(
        "own/" + patient,
        PatientSource.OWN,
        "own",
        Design.CASE_SERIES,
        CohortFacts.NONE,
        new PoolingRow.Patient(patient, word, new LinkedHashMap<>()));
  }

  static PoolingRow published(String id, String report, @Nullable Design design, String word) {
    return row(
        id,
        PatientSource.LITERATURE,
        report,
        design,
        CohortFacts.NONE,
        new PoolingRow.Patient(id, word, new LinkedHashMap<>()));
  }

  static PoolingRow published(
      String id, String report, String word, SequencedMap<String, String> covariates) {
    return row(
        id,
        PatientSource.LITERATURE,
        report,
        Design.CASE_SERIES,
        CohortFacts.NONE,
        new PoolingRow.Patient(id, word, covariates));
  }

  static PoolingRow row(
      String id,
      PatientSource source,
      String report,
      @Nullable Design design,
      CohortFacts facts,
      PoolingRow.Told told) {
    return new PoolingRow(
        id,
        source,
        report,
        "",
        null,
        source == PatientSource.OWN ? "own" : null,
        design,
        null,
        facts,
        told,
        new RowPlace("table.csv", 2, "", ""));
  }

  /// The same row, its report published in a year.
  static PoolingRow in(int year, PoolingRow row) {
    return new PoolingRow(
        row.id(),
        row.source(),
        row.report(),
        row.citation(),
        row.study(),
        row.cohort(),
        row.design(),
        year,
        row.facts(),
        row.told(),
        row.place());
  }

  static Pooling pool(PoolingRow... rows) {
    return pool(List.of(rows));
  }

  static Pooling pool(List<PoolingRow> rows, String... covariates) {
    return Pooling.of(RESPONSE, rows, new Pooling.Request(List.of(), false, List.of(covariates)));
  }
}
