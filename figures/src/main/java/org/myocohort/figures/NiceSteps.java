package org.myocohort.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Steps of 1, 2 or 5 times a power of ten. Decimal throughout, so that a label never reads
/// 0.30000000000000004.
final class NiceSteps {
  private static final int[] LEADING = {1, 2, 5};

  private NiceSteps() {}

  /// The smallest nice step of which at most `most` multiples lie in the range.
  static BigDecimal step(double low, double high, int most) {
    BigDecimal span = decimal(high).subtract(decimal(low));
    int exponent = span.precision() - span.scale() - 3;
    while (true) {
      for (int leading : LEADING) {
        BigDecimal step = BigDecimal.valueOf(leading).scaleByPowerOfTen(exponent);
        if (last(high, step).subtract(first(low, step)).longValueExact() + 1 <= most) {
          return step;
        }
      }
      exponent++;
    }
  }

  /// All multiples of the step in the range, ends included.
  static List<BigDecimal> multiples(double low, double high, BigDecimal step) {
    List<BigDecimal> multiples = new ArrayList<>();
    BigDecimal end = last(high, step);
    for (BigDecimal count = first(low, step);
        count.compareTo(end) <= 0;
        count = count.add(BigDecimal.ONE)) {
      multiples.add(count.multiply(step));
    }
    return multiples;
  }

  /// The largest multiple of the step that is not above the value.
  static double floor(double value, BigDecimal step) {
    return last(value, step).multiply(step).doubleValue();
  }

  /// The smallest multiple of the step that is not below the value.
  static double ceiling(double value, BigDecimal step) {
    return first(value, step).multiply(step).doubleValue();
  }

  /// A number as people write it: no exponent, no trailing zeros, a true minus sign.
  static String label(BigDecimal value) {
    return value.signum() == 0
        ? "0"
        : value.stripTrailingZeros().toPlainString().replace('-', '\u2212');
  }

  static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal first(double low, BigDecimal step) {
    return decimal(low).divide(step, 0, RoundingMode.CEILING);
  }

  private static BigDecimal last(double high, BigDecimal step) {
    return decimal(high).divide(step, 0, RoundingMode.FLOOR);
  }
}
