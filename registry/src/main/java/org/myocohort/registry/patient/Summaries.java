package org.myocohort.registry.patient;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Handle;

/// Keeps the summaries that lists show.
final class Summaries {
  private Summaries() {}

  static void remove(Handle handle, PatientKey key) {
    handle.execute(
        "DELETE FROM patient_summary WHERE study = ? AND patient = ?", key.study(), key.id());
  }

  static void write(Handle handle, PatientKey key, PatientSummary summary, Instant at) {
    remove(handle, key);
    handle.execute(
        "INSERT INTO patient_summary (study, patient, made_by, sex, antibodies, visits, last_visit,"
            + " response_date, score, score_lower, score_upper, category, items_filled,"
            + " items_expected, vital_status, consent, search, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.study(),
        key.id(),
        PatientSummary.MADE_BY,
        summary.sex(),
        summary.antibodies(),
        summary.visits(),
        summary.lastVisit(),
        summary.responseDate(),
        summary.score(),
        summary.scoreLower(),
        summary.scoreUpper(),
        summary.category(),
        summary.itemsFilled(),
        summary.itemsExpected(),
        summary.vitalStatus(),
        summary.consent(),
        summary.search(),
        at.truncatedTo(ChronoUnit.MILLIS).toString());
  }
}
