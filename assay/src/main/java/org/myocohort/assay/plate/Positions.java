package org.myocohort.assay.plate;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names of wells: `A1`, `a01`, `H12`, up to the 384 of a plate of 16 rows.
final class Positions {
  private static final Pattern WELL = Pattern.compile("([A-P])0?(\\d{1,2})");
  private static final int MOST_COLUMNS = 24;

  private Positions() {}

  /// The name without needless zeros, such as `A1`.
  static Optional<String> of(String text) {
    Matcher well = WELL.matcher(text.toUpperCase(Locale.ROOT).replace(":", ""));
    if (!well.matches()) {
      return Optional.empty();
    }
    int column = Integer.parseInt(well.group(2));
    return column >= 1 && column <= MOST_COLUMNS
        ? Optional.of(well.group(1) + column)
        : Optional.empty();
  }

  static String of(int row, int column) {
    return (char) ('A' + row) + Integer.toString(column);
  }
}
