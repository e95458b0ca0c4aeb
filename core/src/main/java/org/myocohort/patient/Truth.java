package org.myocohort.patient;

import java.util.Collection;

/// Three-valued truth: false wins in AND, true wins in OR, unknown otherwise (strong Kleene logic).
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  public Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
  }

  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// Whether at least `wanted` of the given truths hold: TRUE once enough are known to, FALSE once
  /// too few still can.
  public static Truth atLeast(int wanted, Collection<Truth> truths) {
    int known = 0;
    int open = 0;
    for (Truth truth : truths) {
      if (truth == TRUE) {
        known++;
      } else if (truth == UNKNOWN) {
        open++;
      }
    }
    if (known >= wanted) {
      return TRUE;
    }
    return known + open < wanted ? FALSE : UNKNOWN;
  }
}
