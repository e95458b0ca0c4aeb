package org.myocohort.instrument;

/// How far an instrument could answer.
public enum Status {
  /// Every input was there.
  COMPUTED("computed"),
  /// Some were missing: no value, but the bounds that the missing ones leave open.
  PARTIAL("partial"),
  /// No baseline, or no input at all.
  NOT_COMPUTABLE("not_computable");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
