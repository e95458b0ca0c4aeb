package org.myocohort.registry.patient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What somebody wants to change of a patient.
///
/// @param expectedRevision the revision that the changes start from, 0 for a new patient
/// @param changes a row at most once
/// @param reason why; must not be blank where a value that stood is changed or removed
/// @param action what this is in the audit, such as `save` or `import`
public record SaveRequest(
    PatientKey patient,
    long expectedRevision,
    List<RowChange> changes,
    String reason,
    String action) {

  public SaveRequest {
    changes = List.copyOf(changes);
    Set<String> rows = new HashSet<>();
    for (RowChange change : changes) {
      if (!rows.add(change.table() + "\n" + change.id())) {
        throw new IllegalArgumentException(
            "a row is changed once in a request but twice was " + change.table());
      }
    }
  }

  /// A change made in a form.
  public static SaveRequest of(
      PatientKey patient, long expectedRevision, List<RowChange> changes, String reason) {
    return new SaveRequest(patient, expectedRevision, changes, reason, "save");
  }
}
