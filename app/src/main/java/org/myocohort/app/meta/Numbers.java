package org.myocohort.app.meta;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// Numbers as they stand in tables and as they are shown.
public final class Numbers {
  private static final int SIGNIFICANT = 15;

  private Numbers() {}

  /// A number: a point or, in a semicolon table, a comma; a true minus sign; an exponent.
  public static Optional<Double> parse(String text, boolean decimalComma) {
    String plain = text.replace('\u2212', '-');
    if (decimalComma && plain.indexOf('.') < 0) {
      plain = plain.replace(',', '.');
    }
    if (!plain.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")) {
      return Optional.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }

  /// With four decimals, or three significant digits where it is smaller or larger than these show.
  public static String shown(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 0.001 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /// With two decimals.
  public static String rough(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.equals("-0.00") ? "0.00" : text;
  }

  /// With all digits that another program can use.
  public static String exact(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.valueOf((long) value);
    }
    BigDecimal number = new BigDecimal(value).round(new java.math.MathContext(SIGNIFICANT));
    String text = number.stripTrailingZeros().toString();
    return text;
  }
}
