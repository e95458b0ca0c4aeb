package org.myocohort.patient;

/// Where a patient's record comes from.
public enum Cohort {
  /// A patient of the centre itself.
  OWN("own"),
  /// A patient that a publication describes.
  LITERATURE("literature");

  private final String code;

  Cohort(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
