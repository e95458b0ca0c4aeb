package org.myocohort.patient;

/// Sex at birth.
public enum Sex {
  FEMALE("female"),
  MALE("male");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
