package org.myocohort.figures;

/// One value of a series: known, or known only to lie between two bounds.
public sealed interface Datum permits Point, Interval {
  /// Where it stands on the x axis.
  double x();

  /// A short text beside it; empty for none.
  String label();

  /// What it says of itself.
  Mark mark();
}
