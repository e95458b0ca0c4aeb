package org.myocohort.evidence.pool;

/// Where patients come from: the factor that a pooled table carries.
public enum PatientSource {
  /// The reviewers' own study.
  OWN,
  LITERATURE
}
