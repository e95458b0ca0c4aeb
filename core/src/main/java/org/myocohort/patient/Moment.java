package org.myocohort.patient;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// When something happened, as precisely as it was recorded: a day, a month, a year, or a day
/// counted from an index event.
///
/// A month or a year stands for any of its days, so comparisons answer in three values. Days from
/// an index event compare among themselves for the same event, never with calendar dates.
public sealed interface Moment {
  /// Length of a mean year, leap years counted.
  double DAYS_PER_YEAR = 365.25;

  /// Length of a mean month.
  double DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

  record Day(LocalDate date) implements Moment {
    @Override
    public long earliest() {
      return date.toEpochDay();
    }

    @Override
    public long latest() {
      return date.toEpochDay();
    }

    /// Most dates of a record are days: they are compared without counting days.
    @Override
    public Truth isBefore(Moment other) {
      return other instanceof Day(LocalDate day)
          ? Truth.of(date.isBefore(day))
          : Moment.super.isBefore(other);
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }

  record Month(YearMonth month) implements Moment {
    @Override
    public long earliest() {
      return month.atDay(1).toEpochDay();
    }

    @Override
    public long latest() {
      return month.atEndOfMonth().toEpochDay();
    }

    @Override
    public String toString() {
      return month.toString();
    }
  }

  record Year(int year) implements Moment {
    @Override
    public long earliest() {
      return LocalDate.of(year, 1, 1).toEpochDay();
    }

    @Override
    public long latest() {
      return LocalDate.of(year, 12, 31).toEpochDay();
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%04d", year);
    }
  }

  /// A day counted from an index event.
  ///
  /// @param event what day 0 is, such as `anakinra start`
  /// @param days days after it, negative before
  record IndexDay(String event, int days) implements Moment {
    @Override
    public long earliest() {
      return days;
    }

    @Override
    public long latest() {
      return days;
    }

    @Override
    public String toString() {
      return Integer.toString(days);
    }
  }

  static Moment of(LocalDate date) {
    return new Day(date);
  }

  /// Reads `2026-11-22`, `2026-11` or `2026`, of the years 1800 to 2200.
  ///
  /// @return empty if the text is none of these or no such date exists
  static Optional<Moment> parse(String text) {
    try {
      if (text.length() >= 4 && (digits(text, 0, 4) < 1800 || digits(text, 0, 4) > 2200)) {
        return Optional.empty();
      }
      return switch (text.length()) {
        case 10 ->
            text.charAt(4) == '-' && text.charAt(7) == '-'
                ? Optional.of(
                    new Day(
                        LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))))
                : Optional.empty();
        case 7 ->
            text.charAt(4) == '-'
                ? Optional.of(new Month(YearMonth.of(digits(text, 0, 4), digits(text, 5, 7))))
                : Optional.empty();
        case 4 -> Optional.of(new Year(digits(text, 0, 4)));
        default -> Optional.empty();
      };
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// Digits only, cut by hand: a formatter costs as much as the rest of a visit's row.
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new NumberFormatException("not a digit: " + text.charAt(i));
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /// The first day this can be: days since 1970-01-01, or since the index event.
  long earliest();

  /// The last day this can be, on the scale of [#earliest()].
  long latest();

  /// Whether both are on one scale: two calendar dates, or two days of one index event.
  default boolean comparableWith(Moment other) {
    if (this instanceof IndexDay(String event, int _)) {
      return other instanceof IndexDay(String otherEvent, int _) && event.equals(otherEvent);
    }
    return !(other instanceof IndexDay);
  }

  default Truth isBefore(Moment other) {
    if (!comparableWith(other)) {
      return Truth.UNKNOWN;
    }
    if (latest() < other.earliest()) {
      return Truth.TRUE;
    }
    return earliest() >= other.latest() ? Truth.FALSE : Truth.UNKNOWN;
  }

  default Truth isAfter(Moment other) {
    return other.isBefore(this);
  }

  /// Days from `start` to this, taken from the middle of a month or a year.
  ///
  /// @return empty if the two are not on one scale
  default Optional<Long> daysSince(Moment start) {
    if (!comparableWith(start)) {
      return Optional.empty();
    }
    return Optional.of(middle() - start.middle());
  }

  /// The middle of what this can be; the day itself where it is known.
  default long middle() {
    return Math.floorDiv(earliest() + latest(), 2);
  }

  /// Whether the day is known.
  default boolean isExact() {
    return earliest() == latest();
  }

  /// Whole years from `start` to this, at least and at most.
  default Optional<YearSpan> yearsSince(Moment start) {
    if (!comparableWith(start) || this instanceof IndexDay) {
      return Optional.empty();
    }
    return Optional.of(
        new YearSpan(
            wholeYears(start.latest(), earliest()), wholeYears(start.earliest(), latest())));
  }

  private static int wholeYears(long from, long to) {
    return (int) ChronoUnit.YEARS.between(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
  }

  /// A number of whole years, as far as imprecise dates tell.
  ///
  /// @param least whole years at least
  /// @param most whole years at most
  record YearSpan(int least, int most) {}
}
