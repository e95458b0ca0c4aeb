package org.myocohort.app.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/// How numbers and days are written in the cells of a table.
final class Cell {
  static final String NOT_RECORDED = "";
  static final String NOT_DONE = "ND";
  static final String NOT_REPORTED = "NR";
  static final String NOT_APPLICABLE = "NA";
  static final String REFUSED = "refused";

  private Cell() {}

  /// A number with this many decimals.
  static String number(double value, int decimals) {
    double scaled = value;
    for (int i = 0; i < decimals; i++) {
      scaled *= 10;
    }
    return BigDecimal.valueOf(Math.round(scaled), decimals).toPlainString();
  }

  /// A number of eighths, as a health assessment questionnaire scores.
  static String eighths(int eighths) {
    return BigDecimal.valueOf(eighths * 125L, 3).stripTrailingZeros().toPlainString();
  }

  /// Tenths of a milligram as milligrams, without a needless zero.
  static String milligrams(int tenths) {
    return tenths % 10 == 0 ? Integer.toString(tenths / 10) : number(tenths / 10.0, 1);
  }

  static double within(double low, double value, double high) {
    return Math.max(low, Math.min(high, value));
  }

  static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  static String month(long epochDay) {
    return YearMonth.from(LocalDate.ofEpochDay(epochDay)).toString();
  }

  static String year(long epochDay) {
    return Integer.toString(LocalDate.ofEpochDay(epochDay).getYear());
  }
}
