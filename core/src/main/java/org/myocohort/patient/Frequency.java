package org.myocohort.patient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// How often a dose is given.
///
/// The code is what stands in a study's tables.
public enum Frequency {
  ONCE("once", 0, 1),
  DAILY("daily", 1, 1),
  TWICE_DAILY("twice daily", 2, 1),
  THREE_TIMES_DAILY("three times daily", 3, 1),
  EVERY_OTHER_DAY("every other day", 1, 2),
  WEEKLY("weekly", 1, 7),
  EVERY_TWO_WEEKS("every 2 weeks", 1, 14),
  EVERY_FOUR_WEEKS("every 4 weeks", 1, 28),
  MONTHLY("monthly", 12, 365),
  EVERY_SIX_MONTHS("every 6 months", 2, 365);

  private final String code;
  private final int doses;
  private final int days;

  Frequency(String code, int doses, int days) {
    this.code = code;
    this.doses = doses;
    this.days = days;
  }

  public String code() {
    return code;
  }

  /// The dose a day that a single dose amounts to, averaged over the interval.
  ///
  /// @return empty for a single dose
  public Optional<BigDecimal> perDay(BigDecimal dose) {
    if (this == ONCE) {
      return Optional.empty();
    }
    return Optional.of(
        dose.multiply(BigDecimal.valueOf(doses))
            .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64));
  }
}
