package org.myocohort.statistics;

/// A confidence interval with its level.
///
/// @param lower the lower limit, in the unit of the estimate
/// @param upper the upper limit, not below the lower one
/// @param level the confidence level, between 0 and 1, such as 0.95
public record ConfidenceInterval(double lower, double upper, double level) {
  public ConfidenceInterval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException(
          "limits must be in order but were %s, %s".formatted(lower, upper));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
  }
}
