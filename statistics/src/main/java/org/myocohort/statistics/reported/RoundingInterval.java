package org.myocohort.statistics.reported;

import java.math.BigDecimal;

/// The closed interval of true values that a printed number can stand for.
///
/// @param lower the smallest such value
/// @param upper the largest such value, not below the smallest
public record RoundingInterval(BigDecimal lower, BigDecimal upper) {
  public RoundingInterval {
    if (lower.compareTo(upper) > 0) {
      throw new IllegalArgumentException(
          "limits must be in order but were %s, %s".formatted(lower, upper));
    }
  }

  /// Whether the value lies in the interval, its ends included.
  public boolean contains(BigDecimal value) {
    return lower.compareTo(value) <= 0 && value.compareTo(upper) <= 0;
  }

  /// Whether some value lies in both intervals.
  public boolean meets(RoundingInterval other) {
    return lower.compareTo(other.upper) <= 0 && other.lower.compareTo(upper) <= 0;
  }

  /// Both ends times a factor that is not negative.
  RoundingInterval times(BigDecimal factor) {
    return new RoundingInterval(lower.multiply(factor), upper.multiply(factor));
  }
}
