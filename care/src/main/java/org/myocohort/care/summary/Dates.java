package org.myocohort.care.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.patient.Moment;

/// Dates as one says them: `on 6 June 2022`, `dall'8 giugno 2022`.
final class Dates {
  private final Phrases phrases;
  private final DateTimeFormatter days;
  private final DateTimeFormatter months;

  Dates(PageLanguage language, Phrases phrases) {
    this.phrases = phrases;
    Locale locale =
        switch (language) {
          case ENGLISH -> Locale.ENGLISH;
          case ITALIAN -> Locale.ITALIAN;
        };
    this.days = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
    this.months = DateTimeFormatter.ofPattern("MMMM yyyy", locale);
  }

  /// `on 6 June 2022`, `in June 2022`.
  String on(Moment moment) {
    return said("on", moment);
  }

  /// `since 6 June 2022`.
  String since(Moment moment) {
    return said("since", moment);
  }

  /// `by 6 June 2022`.
  String by(LocalDate date) {
    return said("by", Moment.of(date));
  }

  /// `6 June 2022`.
  String plain(Moment moment) {
    return switch (moment) {
      case Moment.Day(LocalDate date) -> days.format(date);
      case Moment.Month(YearMonth month) -> months.format(month);
      case Moment.Year(int year) -> Integer.toString(year);
      case Moment.IndexDay(String event, int day) ->
          phrases.text("date.index", Integer.toString(day), event);
    };
  }

  private String said(String how, Moment moment) {
    String precision =
        switch (moment) {
          case Moment.Day(LocalDate date) -> elided(date) ? "day-elided" : "day";
          case Moment.Month _ -> "month";
          case Moment.Year _ -> "year";
          case Moment.IndexDay _ -> "index";
        };
    return phrases.text("date." + how + "." + precision, plain(moment));
  }

  /// Before "otto" and "undici" Italian drops the vowel of its article.
  private static boolean elided(LocalDate date) {
    return date.getDayOfMonth() == 8 || date.getDayOfMonth() == 11;
  }
}
