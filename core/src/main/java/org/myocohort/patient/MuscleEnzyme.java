package org.myocohort.patient;

/// The muscle enzymes of the IMACS core set, in the order that breaks a tie for the most abnormal
/// (our choice, see the total improvement score).
public enum MuscleEnzyme {
  CK("ck"),
  ALDOLASE("aldolase"),
  LDH("ldh"),
  AST("ast"),
  ALT("alt");

  private final String code;

  MuscleEnzyme(String code) {
    this.code = code;
  }

  /// The laboratory code, which is also the column of a visits table.
  public String code() {
    return code;
  }
}
