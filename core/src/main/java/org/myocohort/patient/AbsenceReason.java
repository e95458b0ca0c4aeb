package org.myocohort.patient;

/// Why a value is absent. A reason is itself information: a test not done differs from one that a
/// published report leaves out.
public enum AbsenceReason {
  /// The field is empty: nobody said why.
  NOT_RECORDED("not recorded"),
  NOT_DONE("not done"),
  UNKNOWN("unknown"),
  NOT_APPLICABLE("not applicable"),
  REFUSED("refused"),
  /// A published report does not give it (`NR`).
  NOT_REPORTED("NR");

  private final String text;

  AbsenceReason(String text) {
    this.text = text;
  }

  /// The word as written in a study's tables.
  public String text() {
    return text;
  }
}
