package org.myocohort.evidence.search;

/// What stands between two operands.
///
/// @param between words that may stand between the two; of proximity only
/// @param ordered whether the first must come first; of proximity only
record Operator(Kind kind, int between, boolean ordered) {
  enum Kind {
    AND,
    OR,
    NOT,
    NEAR
  }

  static final Operator AND = new Operator(Kind.AND, 0, false);
  static final Operator OR = new Operator(Kind.OR, 0, false);
  static final Operator NOT = new Operator(Kind.NOT, 0, false);

  static Operator near(int between, boolean ordered) {
    return new Operator(Kind.NEAR, between, ordered);
  }
}
