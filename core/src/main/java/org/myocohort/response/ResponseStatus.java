package org.myocohort.response;

/// How far a visit could be judged against its baseline.
public enum ResponseStatus {
  /// All six measures at both visits.
  COMPUTED("computed"),
  /// No total, but bounds.
  PARTIAL("partial"),
  /// No baseline, or no measure.
  NOT_COMPUTABLE("not_computable"),
  /// The visit came before its baseline.
  BEFORE_BASELINE("before_baseline");

  private final String code;

  ResponseStatus(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
