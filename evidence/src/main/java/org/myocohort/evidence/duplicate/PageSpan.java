package org.myocohort.evidence.duplicate;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The pages of a record: `482-91` and `S482-S491` are both 482 to 491.
///
/// @param first page, or the number of an article that has no pages; digits without leading zeros
/// @param last the same as `first` where only one is given
/// @param closed whether a last page was given
record PageSpan(String first, String last, boolean closed) {
  private static final int LONGEST_NUMBER = 9;
  private static final Pattern PAGES =
      Pattern.compile(
          "^[^\\d]*?([a-z]{0,3})0*(\\d+)[a-z]?(?:\\s*[-‐‑–—−/]+\\s*([a-z]{0,3})0*(\\d+))?");
  private static final Pattern MONTH_LAST =
      Pattern.compile("^(\\d{1,2})-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-(\\d{1,2})$");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  static @Nullable PageSpan of(@Nullable String pages) {
    if (pages == null) {
      return null;
    }
    String text = fromMonths(pages.strip().toLowerCase(Locale.ROOT));
    Matcher matcher = PAGES.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    String first = matcher.group(2);
    String end = matcher.group(4);
    if (first.equals("0") || first.length() > LONGEST_NUMBER) {
      return null;
    }
    if (end == null) {
      return new PageSpan(first, first, false);
    }
    String last =
        end.length() < first.length()
            ? first.substring(0, first.length() - end.length()) + end
            : end;
    return last.length() > LONGEST_NUMBER ? null : new PageSpan(first, last, true);
  }

  /// Pages that a spreadsheet took for a date: `01-Jun` was 1-6, `Jan-17` was 1-17.
  private static String fromMonths(String text) {
    Matcher last = MONTH_LAST.matcher(text);
    if (last.matches()) {
      return last.group(1) + "-" + MONTHS.get(last.group(2));
    }
    Matcher first = MONTH_FIRST.matcher(text);
    return first.matches() ? MONTHS.get(first.group(1)) + "-" + first.group(2) : text;
  }

  boolean several() {
    return closed && !first.equals(last);
  }

  int length() {
    return (int)
        Math.max(0, Math.min(Integer.MAX_VALUE, Long.parseLong(last) - Long.parseLong(first) + 1));
  }

  /// A manuscript that is not yet in an issue is often paged from 1.
  boolean fromOne() {
    return first.equals("1") && several();
  }

  /// Whether nothing is said against their being the same pages.
  boolean same(PageSpan other) {
    return first.equals(other.first)
        && (last.equals(other.last)
            || !closed
            || !other.closed
            || first.equals(last)
            || other.first.equals(other.last));
  }

  /// Whether one end is the same, or one lies within the other.
  boolean touches(PageSpan other) {
    return first.equals(other.first)
        || (several() && other.several() && last.equals(other.last))
        || overlaps(other)
        || (oneDigitOff(first, other.first)
            && (last.equals(other.last) || oneDigitOff(last, other.last)));
  }

  /// Two works in one volume share a page at most.
  private boolean overlaps(PageSpan other) {
    if (!several() || !other.several()) {
      return false;
    }
    long from = Math.max(Long.parseLong(first), Long.parseLong(other.first));
    long to = Math.min(Long.parseLong(last), Long.parseLong(other.last));
    return from < to;
  }

  private static boolean oneDigitOff(String one, String other) {
    if (one.length() != other.length() || one.length() < 2) {
      return false;
    }
    int off = 0;
    for (int at = 0; at < one.length(); at++) {
      off += one.charAt(at) == other.charAt(at) ? 0 : 1;
    }
    return off == 1;
  }
}
