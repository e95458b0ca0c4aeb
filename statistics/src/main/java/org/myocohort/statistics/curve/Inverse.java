package org.myocohort.statistics.curve;

/// The dose that a response stands for on a curve.
public sealed interface Inverse {

  /// It lies between the asymptotes.
  ///
  /// @param dose above 0
  record At(double dose) implements Inverse {}

  /// It lies at or beyond the response without any dose: no dose gives it.
  record Below() implements Inverse {}

  /// It lies at or beyond the response to an infinite dose: no dose gives it.
  record Above() implements Inverse {}
}
