package org.myocohort.exchange.csv;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads numbers from the bytes of a cell without making a text: nearly every cell of a long table
/// is one.
final class PlainNumber {
  private PlainNumber() {}

  /// Digits that surely fit a long.
  private static final int LONGEST = 18;

  /// Ten times anything below it and one digit more fit an int.
  private static final int LARGEST_TENTH = Integer.MAX_VALUE / 10;

  private static final int DECIMALS = 3;

  /// A number of digits and at most one point, null for anything else.
  static @Nullable BigDecimal decimal(byte[] bytes, int start, int end) {
    if (end - start > LONGEST || start == end) {
      return null;
    }
    long digits = 0;
    int scale = -1;
    for (int position = start; position < end; position++) {
      byte b = bytes[position];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        scale += scale >= 0 ? 1 : 0;
      } else if (b == '.' && scale < 0 && position > start && position + 1 < end) {
        scale = 0;
      } else {
        return null;
      }
    }
    return BigDecimal.valueOf(digits, Math.max(scale, 0));
  }

  /// A number with at most three decimals in thousandths, see [CsvFile.Row#thousandths].
  ///
  /// @param delimiter what parts the cells: where it is no comma, a comma marks decimals too
  static int thousandths(byte[] bytes, int start, int end, byte delimiter) {
    if (start == end) {
      return CsvFile.Row.EMPTY;
    }
    int number = 0;
    int decimals = -1;
    for (int position = start; position < end; position++) {
      byte b = bytes[position];
      if (b >= '0' && b <= '9' && number < LARGEST_TENTH) {
        number = number * 10 + (b - '0');
        decimals += decimals >= 0 ? 1 : 0;
      } else if ((b == '.' || (b == ',' && delimiter != ','))
          && decimals < 0
          && position > start
          && position + 1 < end) {
        decimals = 0;
      } else {
        return CsvFile.Row.NOT_PLAIN;
      }
    }
    for (decimals = Math.max(decimals, 0); decimals < DECIMALS; decimals++) {
      if (number >= LARGEST_TENTH) {
        return CsvFile.Row.NOT_PLAIN;
      }
      number *= 10;
    }
    return decimals == DECIMALS ? number : CsvFile.Row.NOT_PLAIN;
  }
}
