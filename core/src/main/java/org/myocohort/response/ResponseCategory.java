package org.myocohort.response;

/// How much a patient improved. There is no "worse": see the measures that worsened.
public enum ResponseCategory {
  NONE("none"),
  MINIMAL("minimal"),
  MODERATE("moderate"),
  MAJOR("major");

  private final String code;

  ResponseCategory(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
