package org.myocohort.care.rule;

import java.util.Collection;
import org.myocohort.patient.Truth;

/// What a rule says of a patient: it holds, it does not, the record leaves it open, or a person has
/// to judge.
///
/// False wins in AND and true wins in OR, whatever is open; else what a person has to judge stays a
/// person's.
public enum Outcome {
  TRUE,
  FALSE,
  UNKNOWN,
  PERSON;

  static Outcome of(Truth truth) {
    return switch (truth) {
      case TRUE -> TRUE;
      case FALSE -> FALSE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  Outcome not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
      case PERSON -> PERSON;
    };
  }

  /// Whether at least `wanted` hold.
  static Outcome atLeast(int wanted, Collection<Outcome> outcomes) {
    int known = 0;
    int open = 0;
    boolean person = false;
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case TRUE -> known++;
        case FALSE -> {}
        case UNKNOWN -> open++;
        case PERSON -> {
          open++;
          person = true;
        }
      }
    }
    if (known >= wanted) {
      return TRUE;
    }
    if (known + open < wanted) {
      return FALSE;
    }
    return person ? PERSON : UNKNOWN;
  }

  static Outcome all(Collection<Outcome> outcomes) {
    return atLeast(outcomes.size(), outcomes);
  }

  static Outcome any(Collection<Outcome> outcomes) {
    return atLeast(1, outcomes);
  }

  /// One demand where a condition holds, another where it does not. Where the condition is open the
  /// demands may still agree.
  static Outcome when(Outcome condition, Outcome then, Outcome otherwise) {
    return switch (condition) {
      case TRUE -> then;
      case FALSE -> otherwise;
      case UNKNOWN, PERSON -> {
        if (then == otherwise) {
          yield then;
        }
        yield condition == PERSON || then == PERSON || otherwise == PERSON ? PERSON : UNKNOWN;
      }
    };
  }
}
