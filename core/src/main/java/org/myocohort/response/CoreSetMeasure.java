package org.myocohort.response;

/// The six core set measures of disease activity (IMACS), in the order of the response criteria's
/// table.
public enum CoreSetMeasure {
  PHYSICIAN_GLOBAL("physician_global"),
  PATIENT_GLOBAL("patient_global"),
  MANUAL_MUSCLE_TEST("mmt"),
  HEALTH_ASSESSMENT_QUESTIONNAIRE("haq"),
  ENZYME("enzyme"),
  EXTRAMUSCULAR("extramuscular");

  private final String code;

  CoreSetMeasure(String code) {
    this.code = code;
  }

  /// The code used in tables and message files.
  public String code() {
    return code;
  }
}
