package org.myocohort.evidence.screening;

/// What a reviewer says of a record.
public enum ScreeningVerdict {
  INCLUDE,
  EXCLUDE,
  /// To be talked about: never an agreement, whatever another reviewer says.
  MAYBE
}
