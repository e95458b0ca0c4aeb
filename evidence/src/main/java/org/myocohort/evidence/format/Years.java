package org.myocohort.evidence.format;

import org.jspecify.annotations.Nullable;

/// The year in what an export gives as a date: `2014/05/01/`, `2013 Sep 12`, `Winter 2008`.
final class Years {
  private static final int YEAR = 4;
  private static final int DAY = 8;

  private Years() {}

  /// The first number of four digits that is a year, else the first of eight that is a day.
  static @Nullable Integer of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Integer day = null;
    int begin = 0;
    while (begin < text.length()) {
      int end = begin;
      while (end < text.length() && digit(text, end)) {
        end++;
      }
      if (end - begin == YEAR && year(text, begin)) {
        return Integer.valueOf(text.substring(begin, end));
      }
      if (day == null && end - begin == DAY && year(text, begin) && day(text, begin + YEAR)) {
        day = Integer.valueOf(text.substring(begin, begin + YEAR));
      }
      begin = end + 1;
    }
    return day;
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean year(String text, int at) {
    return text.charAt(at) == '1'
        ? text.charAt(at + 1) >= '5'
        : text.charAt(at) == '2' && text.charAt(at + 1) == '0';
  }

  /// Month and day, as far as the first of their digits tells.
  private static boolean day(String text, int at) {
    boolean month =
        text.charAt(at) == '0' || (text.charAt(at) == '1' && text.charAt(at + 1) <= '2');
    return month && text.charAt(at + 2) <= '3';
  }
}
