package org.myocohort.registry.patient;

import java.util.List;

/// What somebody wants to change of a patient.
///
/// @param expectedRevision the revision that the changes start from, 0 for a new patient
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
  }

  /// A change made in a form.
  public static SaveRequest of(
      PatientKey patient, long expectedRevision, List<RowChange> changes, String reason) {
    return new SaveRequest(patient, expectedRevision, changes, reason, "save");
  }
}
