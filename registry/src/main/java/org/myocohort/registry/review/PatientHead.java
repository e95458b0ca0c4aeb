package org.myocohort.registry.review;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.patient.PatientKey;

/// Where a patient stands, without its rows.
record PatientHead(String centre, long revision, boolean locked) {
  static Optional<PatientHead> find(Handle handle, PatientKey key, String lock) {
    return handle
        .createQuery(
            "SELECT centre, revision, locked FROM patient WHERE study = ? AND id = ?" + lock)
        .bind(0, key.study())
        .bind(1, key.id())
        .map((row, _) -> new PatientHead(row.getString(1), row.getLong(2), row.getLong(3) != 0))
        .findOne();
  }

  static Optional<String> centre(Handle handle, PatientKey key) {
    return find(handle, key, "").map(PatientHead::centre);
  }
}
