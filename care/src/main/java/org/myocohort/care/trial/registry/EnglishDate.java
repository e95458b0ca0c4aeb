package org.myocohort.care.trial.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// Dates of the old files: `September 2003`, `July 19, 2010`.
final class EnglishDate {
  private static final DateTimeFormatter DAY = format("MMMM d, uuuu");
  private static final DateTimeFormatter MONTH = format("MMMM uuuu");

  private EnglishDate() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /// The date as `2010-07-19` or `2003-09`; empty where the text is neither.
  static String of(String text) {
    try {
      return LocalDate.parse(text.strip(), DAY).toString();
    } catch (DateTimeException _) {
      // Not a day: perhaps a month.
    }
    try {
      return YearMonth.parse(text.strip(), MONTH).toString();
    } catch (DateTimeException _) {
      return "";
    }
  }
}
