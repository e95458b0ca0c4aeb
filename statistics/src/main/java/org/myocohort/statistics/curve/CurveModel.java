package org.myocohort.statistics.curve;

/// Which parameters of the logistic curve are free.
public enum CurveModel {
  /// The symmetric curve: `g` is 1.
  FOUR_PARAMETERS("4pl", 4),
  /// All five.
  FIVE_PARAMETERS("5pl", 5);

  private final String code;
  private final int parameters;

  CurveModel(String code, int parameters) {
    this.code = code;
    this.parameters = parameters;
  }

  /// The name as typed and written.
  public String code() {
    return code;
  }

  public int parameters() {
    return parameters;
  }
}
