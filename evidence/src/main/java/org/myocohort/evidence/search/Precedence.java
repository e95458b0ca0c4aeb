package org.myocohort.evidence.search;

/// Which operator takes its neighbours first where brackets say nothing; equal ones from the left.
enum Precedence {
  LEFT_TO_RIGHT(4, 1, 1, 1),
  AND_NOT_OR(4, 3, 2, 1),
  NOT_AND_OR(4, 2, 3, 1),
  OR_PROXIMITY_AND_NOT(3, 2, 1, 4),
  /// What people mean who write synonyms with OR, concepts with AND, and no brackets.
  SYNONYMS_FIRST(4, 2, 1, 3);

  static final int HIGHEST = 4;

  private final int near;
  private final int and;
  private final int not;
  private final int or;

  Precedence(int near, int and, int not, int or) {
    this.near = near;
    this.and = and;
    this.not = not;
    this.or = or;
  }

  int rank(Operator.Kind kind) {
    return switch (kind) {
      case NEAR -> near;
      case AND -> and;
      case NOT -> not;
      case OR -> or;
    };
  }
}
