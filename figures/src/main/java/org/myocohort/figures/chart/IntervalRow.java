package org.myocohort.figures.chart;

import org.jspecify.annotations.Nullable;
import org.myocohort.figures.Finite;
import org.myocohort.figures.Mark;

/// One estimate with its interval.
///
/// @param name at the left
/// @param estimate the numbers; null where there is none
/// @param numbers the same in words at the right, or why there is none
/// @param mark title and row
public record IntervalRow(String name, @Nullable Estimate estimate, String numbers, Mark mark) {
  /// An estimate and what it lies between.
  ///
  /// @param value the estimate
  /// @param lower the lower limit
  /// @param upper the upper limit
  public record Estimate(double value, double lower, double upper) {}

  public IntervalRow {
    if (estimate != null) {
      Finite.requireOrder("the lower limit", estimate.lower(), estimate.value(), mark);
      Finite.requireOrder("the upper limit", estimate.value(), estimate.upper(), mark);
    }
  }

  /// An estimate with its limits.
  public static IntervalRow of(
      String name, double value, double lower, double upper, String numbers, Mark mark) {
    return new IntervalRow(name, new Estimate(value, lower, upper), numbers, mark);
  }

  /// A row without an estimate, and why.
  public static IntervalRow without(String name, String reason, Mark mark) {
    return new IntervalRow(name, null, reason, mark);
  }
}
