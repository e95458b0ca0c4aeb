package org.myocohort.evidence.flow;

import java.util.List;

/// The values that a side of an identity can have, both ends included: a number that is not
/// reported is anything from 0 on.
///
/// @param least `Long.MIN_VALUE` where there is no lower end
/// @param most `Long.MAX_VALUE` where there is no upper end
record Range(long least, long most) {
  static Range of(List<Term> terms) {
    long sum = 0;
    boolean below = false;
    boolean above = false;
    for (Term term : terms) {
      Long number = term.count().number();
      if (number != null) {
        sum += term.subtracted() ? -number : number;
      } else if (term.subtracted()) {
        below = true;
      } else {
        above = true;
      }
    }
    return new Range(below ? Long.MIN_VALUE : sum, above ? Long.MAX_VALUE : sum);
  }

  boolean isOneValue() {
    return least == most;
  }

  Range plus(long difference) {
    return new Range(
        least == Long.MIN_VALUE ? least : least + difference,
        most == Long.MAX_VALUE ? most : most + difference);
  }

  /// Whether some value here and some value there keep the relation.
  boolean canKeep(Relation relation, Range other) {
    return switch (relation) {
      case EQUAL -> least <= other.most && other.least <= most;
      case AT_LEAST -> most >= other.least;
      case AT_MOST -> least <= other.most;
    };
  }

  /// Whether every value here and every value there keep the relation.
  boolean mustKeep(Relation relation, Range other) {
    return switch (relation) {
      case EQUAL -> isOneValue() && equals(other);
      case AT_LEAST -> least >= other.most;
      case AT_MOST -> most <= other.least;
    };
  }
}
