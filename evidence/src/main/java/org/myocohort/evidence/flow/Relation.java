package org.myocohort.evidence.flow;

/// What an identity says of its left side.
public enum Relation {
  EQUAL("="),
  AT_LEAST("≥"),
  AT_MOST("≤");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }
}
