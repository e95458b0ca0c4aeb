package org.myocohort.registry.patient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Keeps the summaries that lists show.
final class Summaries {
  private static final List<String> COLUMNS = columns();
  private static final String INSERT =
      "INSERT INTO patient_summary ("
          + String.join(", ", COLUMNS)
          + ") VALUES ("
          + String.join(", ", COLUMNS.stream().map(_ -> "?").toList())
          + ")";

  private Summaries() {}

  private static List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "study",
                "patient",
                "made_by",
                "centre",
                "cohort",
                "sex",
                "antibodies",
                "visits",
                "last_visit",
                "last_visit_latest",
                "response_date",
                "score",
                "score_lower",
                "score_upper",
                "score_order",
                "category",
                "category_order",
                "course",
                "items_filled",
                "items_expected",
                "completeness",
                "vital_status",
                "consent",
                "search",
                "changed_at"));
    columns.addAll(ExpectedItem.columns());
    return List.copyOf(columns);
  }

  static void remove(Handle handle, PatientKey key) {
    handle.execute(
        "DELETE FROM patient_summary WHERE study = ? AND patient = ?", key.study(), key.id());
  }

  static void write(Handle handle, PatientKey key, PatientSummary summary, Instant at) {
    write(handle, key, summary, at.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  static void write(Handle handle, PatientKey key, PatientSummary summary, String changedAt) {
    remove(handle, key);
    List<Object> values =
        new ArrayList<>(
            List.of(
                key.study(),
                key.id(),
                PatientSummary.MADE_BY,
                summary.centre(),
                summary.cohort(),
                summary.sex(),
                summary.antibodies(),
                summary.visits(),
                summary.lastVisit(),
                summary.lastVisitLatest(),
                summary.responseDate(),
                summary.score(),
                summary.scoreLower(),
                summary.scoreUpper(),
                summary.scoreOrder(),
                summary.category(),
                summary.categoryOrder(),
                summary.course(),
                summary.itemsFilled(),
                summary.itemsExpected(),
                summary.itemsFilled() * 100L / Math.max(1, summary.itemsExpected()),
                summary.vitalStatus(),
                summary.consent(),
                summary.search(),
                changedAt));
    values.addAll(summary.missing().values());
    handle.execute(INSERT, values.toArray());
  }
}
