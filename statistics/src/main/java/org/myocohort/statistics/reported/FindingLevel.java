package org.myocohort.statistics.reported;

/// How much a finding asks of its reader, worst first.
public enum FindingLevel {
  /// The printed numbers cannot stand together as they are described.
  ERROR,
  /// They do not fit under an assumption that the source does not print, or are easily misread.
  WARNING,
  /// They fit, but not as they stand.
  NOTE
}
