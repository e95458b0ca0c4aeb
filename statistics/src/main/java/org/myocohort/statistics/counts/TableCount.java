package org.myocohort.statistics.counts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.numbers.combinatorics.LogFactorial;
import org.jspecify.annotations.Nullable;

/// Counts the tables with given margins by their probability.
///
///     P(table) = prod(rows!) prod(columns!) / ( n! prod(cells!) )
///
/// Row by row; tables whose filled rows leave the same rest of the columns, in any order, and have
/// the same probability so far are counted together.
///
/// - **Source:** the tables not more probable than the one seen, to a relative 1e-7, as R's
///   `fisher.test`; network idea: Mehta CR, Patel NR. J Am Stat Assoc 1983;78:427-434,
///   doi:10.1080/01621459.1983.10477989.
final class TableCount {
  private static final LogFactorial LOG_FACTORIAL = LogFactorial.create().withCache(1000);
  private static final int MOST_STEPS = 3_000_000;
  // Probabilities so far that differ by less than this, as logarithms, are one.
  private static final double GRID = 1e10;

  private final int[] columns;
  private int steps;

  private TableCount(int[] columns) {
    this.columns = columns;
  }

  /// What was filled so far: the sum of the logarithms of the factorials, and how many ways.
  private record Path(double logs, double ways) {}

  /// A rest of the columns, sorted.
  private static final class Rest {
    private final int[] left;

    Rest(int[] left) {
      this.left = left;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rest rest && Arrays.equals(left, rest.left);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(left);
    }
  }

  /// The probability of all tables not more probable than this one; empty where there are too many.
  ///
  /// @param table without empty rows and columns
  static OptionalDouble p(int[][] table) {
    int[] rows = rowSums(table);
    int[] columns = columnSums(table);
    // The shorter side is kept as the rest, the longer one is filled step by step.
    return rows.length >= columns.length
        ? new TableCount(columns).sum(rows, logProbability(table))
        : new TableCount(rows).sum(columns, logProbability(table));
  }

  private OptionalDouble sum(int[] rows, double seen) {
    int[] order = rows.clone();
    Arrays.sort(order);
    int[] first = columns.clone();
    Arrays.sort(first);
    Map<Rest, Map<Long, Path>> states = new LinkedHashMap<>();
    states.put(new Rest(first), Map.of(0L, new Path(0, 1)));
    for (int r = order.length - 1; r > 0; r--) {
      Map<Rest, Map<Long, Path>> next = new LinkedHashMap<>();
      for (Map.Entry<Rest, Map<Long, Path>> state : states.entrySet()) {
        share(0, order[r], state.getKey().left.clone(), 0, state.getValue(), next);
        if (steps > MOST_STEPS) {
          return OptionalDouble.empty();
        }
      }
      states = next;
    }
    double margins = logFactorials(rows) + logFactorials(columns);
    int n = IntStream.of(rows).sum();
    double limit = seen + Math.log1p(1e-7);
    double total = 0;
    for (Map.Entry<Rest, Map<Long, Path>> state : states.entrySet()) {
      double last = logFactorials(state.getKey().left);
      for (Path path : state.getValue().values()) {
        double log = margins - LOG_FACTORIAL.value(n) - path.logs() - last;
        total += log <= limit ? path.ways() * Math.exp(log) : 0;
      }
    }
    return OptionalDouble.of(Math.min(1, total));
  }

  private void share(
      int column,
      int left,
      int[] rest,
      double logs,
      Map<Long, Path> paths,
      Map<Rest, Map<Long, Path>> next) {
    if (steps > MOST_STEPS) {
      return;
    }
    if (column == rest.length - 1) {
      if (left > rest[column]) {
        return;
      }
      int[] sorted = rest.clone();
      sorted[column] -= left;
      Arrays.sort(sorted);
      double added = logs + LOG_FACTORIAL.value(left);
      Map<Long, Path> into = next.computeIfAbsent(new Rest(sorted), _ -> new LinkedHashMap<>());
      for (Path path : paths.values()) {
        steps++;
        double all = path.logs() + added;
        into.merge(
            Math.round(all * GRID),
            new Path(all, path.ways()),
            (before, more) -> new Path(before.logs(), before.ways() + more.ways()));
      }
      return;
    }
    int most = Math.min(left, rest[column]);
    for (int taken = 0; taken <= most; taken++) {
      rest[column] -= taken;
      share(column + 1, left - taken, rest, logs + LOG_FACTORIAL.value(taken), paths, next);
      rest[column] += taken;
    }
  }

  /// The logarithm of the probability of a table given its margins.
  static double logProbability(int[][] table) {
    int[] rows = rowSums(table);
    double cells = Arrays.stream(table).mapToDouble(TableCount::logFactorials).sum();
    return logFactorials(rows)
        + logFactorials(columnSums(table))
        - LOG_FACTORIAL.value(IntStream.of(rows).sum())
        - cells;
  }

  private static double logFactorials(int[] counts) {
    return Arrays.stream(counts).mapToDouble(LOG_FACTORIAL::value).sum();
  }

  static int[] rowSums(int[][] table) {
    return Arrays.stream(table).mapToInt(row -> IntStream.of(row).sum()).toArray();
  }

  static int[] columnSums(int[][] table) {
    return IntStream.range(0, table[0].length)
        .map(column -> Arrays.stream(table).mapToInt(row -> row[column]).sum())
        .toArray();
  }

  /// The table without rows and columns that hold nothing.
  static int[][] filled(int[][] table) {
    int[] rows = rowSums(table);
    int[] columns = columnSums(table);
    int[] kept = IntStream.range(0, columns.length).filter(j -> columns[j] > 0).toArray();
    return IntStream.range(0, rows.length)
        .filter(i -> rows[i] > 0)
        .mapToObj(i -> IntStream.of(kept).map(j -> table[i][j]).toArray())
        .toArray(int[][]::new);
  }

  /// The row, or the column, of each counted one.
  static int[] spread(int[][] table, boolean byRow) {
    return IntStream.range(0, table.length)
        .flatMap(i ->
            IntStream.range(0, table[i].length)
                .flatMap(j -> IntStream.generate(() -> byRow ? i : j).limit(table[i][j])))
        .toArray();
  }
}
