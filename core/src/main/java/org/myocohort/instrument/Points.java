package org.myocohort.instrument;

import java.math.BigDecimal;

/// The points of one part: lowest and highest that its inputs allow, and the most the part can
/// give.
public record Points(BigDecimal lower, BigDecimal upper, BigDecimal maximum) {
  public static Points of(BigDecimal points, BigDecimal maximum) {
    return new Points(points, points, maximum);
  }

  public boolean decided() {
    return lower.compareTo(upper) == 0;
  }
}
