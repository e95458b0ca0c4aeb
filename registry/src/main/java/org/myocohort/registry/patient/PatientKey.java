package org.myocohort.registry.patient;

/// Which patient: the study and the pseudonym within it.
public record PatientKey(String study, String id) {
  @Override
  public String toString() {
    return study + "/" + id;
  }
}
