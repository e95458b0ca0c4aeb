package org.myocohort.care.taper;

import java.util.Arrays;
import java.util.Optional;

/// What a person must confirm before there is a plan.
public enum Confirmation {
  /// A dose above [PlanRequest#CONFIRM_ABOVE].
  ABOVE_80("above-80"),
  /// No weight: the first dose is one that the person names.
  NO_WEIGHT("no-weight");

  private final String code;

  Confirmation(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Confirmation> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
  }
}
