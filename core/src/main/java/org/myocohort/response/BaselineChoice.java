package org.myocohort.response;

/// How the baseline of a patient was chosen, or why there is none.
public enum BaselineChoice {
  /// The table marks it.
  MARKED("marked"),
  /// No index drug: the earliest visit.
  FIRST_VISIT("first-visit"),
  /// The latest assessment in the days up to the first dose of the index drug, never after it.
  BEFORE_FIRST_DOSE("before-first-dose"),
  /// The index drug was never given, or its start is not known.
  NO_FIRST_DOSE("no-first-dose"),
  /// No assessment in the days up to the first dose.
  NO_ASSESSMENT_IN_WINDOW("no-assessment-in-window"),
  /// No visit at all.
  NO_VISIT("no-visit");

  private final String code;

  BaselineChoice(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
