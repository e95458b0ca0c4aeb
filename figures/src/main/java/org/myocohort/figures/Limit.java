package org.myocohort.figures;

/// Where a value lies that is known only by a limit.
public enum Limit {
  /// The value itself is known.
  NONE,
  /// The value is below the limit.
  BELOW,
  /// The value is above the limit.
  ABOVE
}
