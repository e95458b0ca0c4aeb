package org.myocohort.evidence.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.Sample;
import org.myocohort.statistics.reported.FindingCode;
import org.myocohort.statistics.reported.FindingValue;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.ReportedFinding;

/// Tables whose cells are divided by `|` or tabs, the first row naming the columns.
///
/// "NR" and its like is a value of its own: a column where it stands has its own, smaller size. A
/// column of numbers is summarised, so that printed summaries can be compared with it.
final class Tables {
  private static final Set<String> NOT_REPORTED =
      Set.of("nr", "n.r.", "not reported", "nd", "na", "n/a", "unknown", "non riportato");

  private static final int FEWEST_ROWS = 3;
  private static final int MOST_WORDS = 3;
  private static final int DIGITS = 4;

  private Tables() {}

  /// A run of lines with the same number of cells.
  ///
  /// @param from where the run begins in the original text
  private record Table(int from, int to, List<List<String>> rows) {}

  static List<DocumentFinding> find(PrintedText text) {
    List<DocumentFinding> findings = new ArrayList<>();
    for (Table table : tables(text.original())) {
      PrintedPlace place = text.placeOfOriginal(table.from(), table.to());
      List<String> names = table.rows().getFirst();
      for (int column = 1; column < names.size(); column++) {
        int at = column;
        List<String> cells = table.rows().stream().skip(1).map(row -> row.get(at)).toList();
        column(names.get(column), cells, place, findings);
      }
    }
    return findings;
  }

  private static void column(
      String name, List<String> cells, PrintedPlace place, List<DocumentFinding> findings) {
    List<String> given =
        cells.stream().filter(cell -> !cell.isEmpty() && !notReported(cell)).toList();
    int empty = (int) cells.stream().filter(String::isEmpty).count();
    if (given.size() < cells.size() && !given.isEmpty()) {
      add(
          findings,
          place,
          FindingCode.NOT_REPORTED_IN_TABLE,
          new Text(name),
          new Count(cells.size()),
          new Count(given.size()),
          new Count(cells.size() - given.size() - empty),
          new Count(empty));
    }
    double[] values = numbers(given);
    Map<String, Long> counts =
        given.stream()
            .collect(
                Collectors.groupingBy(cell -> cell, LinkedHashMap::new, Collectors.counting()));
    if (values.length == 0 && counts.size() > 1 && counts.size() <= MOST_WORDS) {
      add(
          findings,
          place,
          FindingCode.TABLE_COUNTS,
          new Text(name),
          new Count(given.size()),
          new Text(
              counts.entrySet().stream()
                  .map(count -> count.getKey() + " " + count.getValue())
                  .collect(Collectors.joining(", "))));
    }
    if (values.length >= FEWEST_ROWS) {
      Sample sample = Sample.of(values);
      add(
          findings,
          place,
          FindingCode.TABLE_SUMMARY,
          new Text(name),
          new Count(values.length),
          new Recomputed(sample.mean(), DIGITS),
          sample.standardDeviation().isPresent()
              ? new Recomputed(sample.standardDeviation().getAsDouble(), DIGITS)
              : new None(),
          new Recomputed(sample.median(), DIGITS),
          quartiles(values, QuantileMethod.LINEAR),
          quartiles(values, QuantileMethod.WEIBULL),
          quartiles(values, QuantileMethod.AVERAGED_INVERTED_DISTRIBUTION));
    }
  }

  private static FindingValue quartiles(double[] values, QuantileMethod method) {
    return new Text(
        shown(method.quantile(values, 0.25)) + "\u2013" + shown(method.quantile(values, 0.75)));
  }

  private static String shown(double value) {
    return new Recomputed(value, DIGITS).shown().toPlainString();
  }

  private static void add(
      List<DocumentFinding> findings,
      PrintedPlace place,
      FindingCode code,
      FindingValue... values) {
    findings.add(
        new DocumentFinding(
            ReportedFinding.of("L" + place.line(), code, List.of(), values), place, List.of()));
  }

  /// The numbers of the cells, or none where one is not a number.
  private static double[] numbers(List<String> cells) {
    double[] numbers = new double[cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      try {
        BigDecimal value = PrintedNumber.parse(cells.get(i)).value();
        numbers[i] = value.doubleValue();
      } catch (IllegalArgumentException _) {
        return new double[0];
      }
    }
    return numbers;
  }

  private static boolean notReported(String cell) {
    return NOT_REPORTED.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static List<Table> tables(String text) {
    List<Table> tables = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at <= text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      List<String> cells = cells(text.substring(at, end));
      if (!rows.isEmpty() && cells.size() != rows.getFirst().size()) {
        close(tables, rows, start, at);
      }
      if (cells.size() > 1) {
        start = rows.isEmpty() ? at : start;
        if (!cells.stream().allMatch(cell -> cell.matches("[:-]*"))) {
          rows.add(cells);
        }
      }
      at = end + 1;
    }
    close(tables, rows, start, text.length());
    return tables;
  }

  private static void close(List<Table> tables, List<List<String>> rows, int start, int end) {
    if (rows.size() > FEWEST_ROWS) {
      tables.add(new Table(start, end, List.copyOf(rows)));
    }
    rows.clear();
  }

  private static List<String> cells(String line) {
    String separator = line.indexOf('|') >= 0 ? "\\|" : "\t";
    String trimmed = line.strip().startsWith("|") ? line.strip().replaceAll("^\\||\\|$", "") : line;
    return Arrays.stream(trimmed.split(separator, -1))
        .map(String::strip)
        .collect(Collectors.toList());
  }
}
