package org.myocohort.assay.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How instruments write numbers, and what they write where there is none.
public final class Cells {
  private static final Pattern POINT =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,2})?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(\\d+,\\d+|,\\d+)([eE][+-]?\\d{1,2})?");

  private static final Set<String> MISSING =
      Set.of(
          "", "-", "--", "---", ".", "na", "n/a", "nan", "#n/a", "nd", "nr", "null", "unknown",
          "empty", "vuoto");

  private Cells() {}

  /// A number: with a point, or with a comma where commas do not part the cells.
  public static Optional<BigDecimal> number(String text, char delimiter) {
    if (POINT.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text));
    }
    return delimiter != ',' && COMMA.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(',', '.')))
        : Optional.empty();
  }

  /// Whether a cell says that there is no value.
  public static boolean isMissing(String text) {
    return MISSING.contains(text.toLowerCase(Locale.ROOT));
  }

  /// Where the column with one of these names stands, without regard to case, spaces, underscores
  /// and what stands in brackets; -1 where there is none.
  public static int column(RawTable.Line header, List<String> names) {
    for (String name : names) {
      for (int i = 0; i < header.cells().size(); i++) {
        if (key(header.cell(i)).equals(key(name))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[(\\[].*?[)\\]]", "")
        .replaceAll("[\\s_.-]+", "");
  }
}
