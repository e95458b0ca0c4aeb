package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.search.Expression.Humans;
import org.myocohort.evidence.search.Expression.Language;
import org.myocohort.evidence.search.Expression.OtherLimit;
import org.myocohort.evidence.search.Expression.Restriction;
import org.myocohort.evidence.search.Expression.Years;

/// Limits as Ovid's command writes them: `(english language and humans and yr="2007 -Current")`.
final class Limits {
  private static final Pattern YEARS =
      Pattern.compile(
          "(?i)yr\\s*=\\s*[\"\u201c\u201d]?\\s*(\\d{4})?\\s*(-\\s*(\\d{4}|current)?)?\\s*[\"\u201c\u201d]?");
  private static final Pattern LANGUAGE = Pattern.compile("(?i)([a-z]+)\\s+language");

  private Limits() {}

  /// Every limit named; none where there is nothing to read.
  static List<Restriction> ofOvid(String text) {
    String all = text.strip();
    if (all.startsWith("(") && all.endsWith(")") && all.indexOf(')') == all.length() - 1) {
      all = all.substring(1, all.length() - 1);
    }
    List<Restriction> limits = new ArrayList<>();
    for (String each : parts(all)) {
      String limit = each.strip();
      if (!limit.isEmpty()) {
        limits.add(one(limit));
      }
    }
    return limits;
  }

  /// Parts between `and`, which stands for nothing within quotes.
  private static List<String> parts(String all) {
    List<String> parts = new ArrayList<>();
    Matcher and = Pattern.compile("(?i)\\s+and\\s+").matcher(all);
    int from = 0;
    while (and.find()) {
      if (all.substring(from, and.start()).chars().filter(c -> c == '"').count() % 2 == 0) {
        parts.add(all.substring(from, and.start()));
        from = and.end();
      }
    }
    parts.add(all.substring(from));
    return parts;
  }

  private static Restriction one(String limit) {
    Matcher years = YEARS.matcher(limit);
    if (years.matches() && (years.group(1) != null || years.group(3) != null)) {
      Integer from = number(years.group(1));
      return years.group(2) == null
          ? new Years(from, from)
          : new Years(from, number(years.group(3)));
    }
    Matcher language = LANGUAGE.matcher(limit);
    if (language.matches()) {
      return new Language(language.group(1).toLowerCase(Locale.ROOT));
    }
    if (limit.equalsIgnoreCase("humans") || limit.equalsIgnoreCase("human")) {
      return new Humans();
    }
    return new OtherLimit(limit.replace("\"", ""));
  }

  /// A year, or two with a hyphen between; the second may be `current`.
  static Years years(Matcher matcher) {
    Integer from = number(matcher.group(1));
    return matcher.group(2) == null
        ? new Years(from, from)
        : new Years(from, number(matcher.group(2)));
  }

  private static @Nullable Integer number(@Nullable String year) {
    return year == null || year.equalsIgnoreCase("current") ? null : Integer.valueOf(year);
  }
}
