package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One dose of a plan.
///
/// @param from the first day of the dose
/// @param dose mg of prednisone a day
/// @param reason why the dose goes up, where it does; else empty
public record PlanStep(LocalDate from, BigDecimal dose, String reason) {

  public static PlanStep of(LocalDate from, BigDecimal dose) {
    return new PlanStep(from, dose, "");
  }
}
