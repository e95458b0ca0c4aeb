package org.myocohort.evidence.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The year in what an export gives as a date: `2014/05/01/`, `2013 Sep 12`, `Winter 2008`.
final class Years {
  private static final Pattern YEAR =
      Pattern.compile("(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])");
  private static final Pattern COMPACT =
      Pattern.compile("(?<![0-9])(1[5-9][0-9]{2}|20[0-9]{2})(?:0[0-9]|1[0-2])[0-3][0-9](?![0-9])");

  private Years() {}

  static @Nullable Integer of(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher year = YEAR.matcher(text);
    if (year.find()) {
      return Integer.valueOf(year.group(1));
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.find() ? Integer.valueOf(compact.group(1)) : null;
  }
}
