package org.myocohort.evidence.grade;

import java.util.List;

/// What is judged of an outcome, in the order of a table of findings.
public enum GradeDomain {
  RISK_OF_BIAS("risk-of-bias", Levels.SERIOUS),
  INCONSISTENCY("inconsistency", Levels.SERIOUS),
  INDIRECTNESS("indirectness", Levels.SERIOUS),
  IMPRECISION("imprecision", Levels.SERIOUS),
  PUBLICATION_BIAS("publication-bias", "undetected,strongly-suspected"),
  /// What comes of the five.
  CERTAINTY("certainty", "high,moderate,low,very-low");

  /// Judgements that several domains have.
  private static final class Levels {
    static final String SERIOUS = "not-serious,serious,very-serious";
  }

  private final String code;
  private final String judgements;

  GradeDomain(String code, String judgements) {
    this.code = code;
    this.judgements = judgements;
  }

  /// The word in `grade.yaml`.
  public String code() {
    return code;
  }

  /// What a person may judge.
  public List<String> judgements() {
    return List.of(judgements.split(",", -1));
  }
}
