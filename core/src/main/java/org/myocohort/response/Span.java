package org.myocohort.response;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Everything a measure can be: an interval with open or closed ends.
///
/// @param low lowest value, null for minus infinity
/// @param lowOpen whether the lowest value itself is excluded
/// @param high highest value, null for plus infinity
/// @param highOpen whether the highest value itself is excluded
record Span(
    @Nullable BigDecimal low, boolean lowOpen, @Nullable BigDecimal high, boolean highOpen) {

  /// What a value on a scale from 0 to `maximum` (null: no end) can be.
  static Span of(Value<BigDecimal> value, @Nullable BigDecimal maximum) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> new Span(known, false, known, false);
      case Value.Below<BigDecimal>(BigDecimal limit) ->
          new Span(BigDecimal.ZERO, false, limit, true);
      case Value.Above<BigDecimal>(BigDecimal limit) -> new Span(limit, true, maximum, false);
      case Value.Absent<BigDecimal>(AbsenceReason _) ->
          new Span(BigDecimal.ZERO, false, maximum, false);
    };
  }

  boolean isPoint() {
    return low != null && high != null && low.compareTo(high) == 0;
  }

  Span minus(Span other) {
    return new Span(
        subtract(low, other.high),
        lowOpen || other.highOpen,
        subtract(high, other.low),
        highOpen || other.lowOpen);
  }

  /// This span times a positive factor.
  Span times(BigDecimal factor) {
    return new Span(
        low == null ? null : low.multiply(factor),
        lowOpen,
        high == null ? null : high.multiply(factor),
        highOpen);
  }

  Truth isAtLeast(BigDecimal limit) {
    if (low != null && low.compareTo(limit) >= 0) {
      return Truth.TRUE;
    }
    if (high != null) {
      int compared = high.compareTo(limit);
      if (compared < 0 || (compared == 0 && highOpen)) {
        return Truth.FALSE;
      }
    }
    return Truth.UNKNOWN;
  }

  Truth isMoreThan(BigDecimal limit) {
    if (low != null) {
      int compared = low.compareTo(limit);
      if (compared > 0 || (compared == 0 && lowOpen)) {
        return Truth.TRUE;
      }
    }
    return high != null && high.compareTo(limit) <= 0 ? Truth.FALSE : Truth.UNKNOWN;
  }

  private static @Nullable BigDecimal subtract(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.subtract(b);
  }
}
