package org.myocohort.instrument;

import java.math.BigDecimal;

/// The sharp lowest and highest value that missing inputs leave open.
public record Bounds(BigDecimal lower, BigDecimal upper) {
  public Bounds {
    if (!(lower.compareTo(upper) <= 0)) {
      throw new IllegalArgumentException(
          "lower bound must be at most the upper, was " + lower + " and " + upper);
    }
  }
}
