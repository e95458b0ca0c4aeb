package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// One named value of a finding; how it is written is the reader's language's business.
public sealed interface FindingValue {

  /// A number as the source prints it.
  ///
  /// @param number the printed number
  record Printed(PrintedNumber number) implements FindingValue {}

  /// A p value as the source prints it.
  ///
  /// @param p the printed p value
  record PrintedP(PrintedProbability p) implements FindingValue {}

  /// A whole number: a size, a count.
  ///
  /// @param value the number
  record Count(long value) implements FindingValue {}

  /// A recomputed number, kept in full.
  ///
  /// @param value the number, finite
  /// @param significantDigits how many digits are worth showing
  record Recomputed(double value, int significantDigits) implements FindingValue {
    /// The number as it should be shown: to the significant digits, whole digits never cut off.
    public BigDecimal shown() {
      BigDecimal exact = BigDecimal.valueOf(value);
      int whole = Math.max(1, exact.precision() - exact.scale());
      BigDecimal rounded =
          exact
              .round(new MathContext(Math.max(significantDigits, whole), RoundingMode.HALF_EVEN))
              .stripTrailingZeros();
      return rounded.setScale(Math.max(0, rounded.scale()));
    }
  }

  /// Several exact numbers in ascending order.
  ///
  /// @param values the numbers
  record Values(List<BigDecimal> values) implements FindingValue {
    public Values {
      values = List.copyOf(values);
    }
  }

  /// Words of the source, or numbers with the signs between them.
  ///
  /// @param text the words
  record Text(String text) implements FindingValue {}

  /// No such number exists, for example no size at which the printed numbers would fit.
  record None() implements FindingValue {}
}
