package org.myocohort.care.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Truth;

/// A span of time as people write it: `3 months`, `4 weeks`.
///
/// Months and years go by the calendar: 3 months before May 31 is February 28. Both ends belong to
/// the span.
///
/// @param count how many
/// @param unit of them
public record Span(int count, ChronoUnit unit) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,4})\\s*(day|week|month|year)s?", Pattern.CASE_INSENSITIVE);
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "day", ChronoUnit.DAYS,
          "week", ChronoUnit.WEEKS,
          "month", ChronoUnit.MONTHS,
          "year", ChronoUnit.YEARS);

  /// Reads a span.
  public static Optional<Span> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String unit = parts.group(2).toLowerCase(Locale.ROOT);
    return Optional.of(
        new Span(Integer.parseInt(parts.group(1)), UNITS.getOrDefault(unit, ChronoUnit.DAYS)));
  }

  /// The first day of the span that ends on a day.
  public LocalDate before(LocalDate day) {
    return day.minus(count, unit);
  }

  /// The last day of the span that begins on a day.
  public LocalDate after(LocalDate day) {
    return day.plus(count, unit);
  }

  /// Whether something lies within the span that ends on a day, both ends included.
  Truth holds(Moment moment, LocalDate day) {
    if (moment instanceof Moment.IndexDay) {
      return Truth.UNKNOWN;
    }
    long first = before(day).toEpochDay();
    long last = day.toEpochDay();
    if (moment.earliest() >= first && moment.latest() <= last) {
      return Truth.TRUE;
    }
    return moment.latest() < first || moment.earliest() > last ? Truth.FALSE : Truth.UNKNOWN;
  }

  @Override
  public String toString() {
    return count
        + " "
        + unit.name().toLowerCase(Locale.ROOT).replaceAll("s$", "")
        + (count == 1 ? "" : "s");
  }
}
