package org.myocohort.evidence.extraction;

/// How a report came to its patients.
public enum Design {
  CASE_REPORT("case-report"),
  CASE_SERIES("case-series"),
  COHORT("cohort"),
  TRIAL("trial"),
  OTHER("other");

  private final String code;

  Design(String code) {
    this.code = code;
  }

  /// The word in `reports.csv`.
  public String code() {
    return code;
  }
}
