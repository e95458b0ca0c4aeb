package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.counts.FisherTest;
import org.myocohort.statistics.counts.McNemarTest;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestResult;

/// Methods of two columns of levels `a, b`, one row a participant or with a column `count`.
final class TableAnswers {
  private static final List<List<String>> WAYS =
      List.of(List.of("a", "b", "count"), List.of("a", "b"));

  private TableAnswers() {}

  static StatsAnswer of(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), WAYS);
    MissingCells.put(answer, table);
    List<String> first = column(table, "a");
    List<String> second = column(table, "b");
    if (question.method() == StatsMethod.MCNEMAR) {
      List<String> both = new ArrayList<>(first);
      both.addAll(second);
      List<String> levels = Levels.of(both);
      if (levels.size() > 2) {
        throw table.refused("a", "stats-two-levels", String.join(", ", levels));
      }
      int[][] counts = counts(table, levels, levels);
      put(answer, levels, levels, counts);
      return answer.put(mcNemar(counts, question));
    }
    List<String> rows = Levels.of(first);
    List<String> columns = Levels.of(second);
    int[][] counts = counts(table, rows, columns);
    put(answer, rows, columns, counts);
    return answer.put(fisher(counts, question));
  }

  private static TestResult mcNemar(int[][] counts, StatsQuestion question) {
    if (counts.length < 2) {
      return TestResult.none(
          counts.length == 0 ? 0 : counts[0][0],
          counts.length == 0 ? Absence.NO_VALUES : Absence.NO_CHANGE);
    }
    return McNemarTest.of(
        counts[0][0] + counts[1][1], counts[0][1], counts[1][0], question.options());
  }

  private static TestResult fisher(int[][] counts, StatsQuestion question) {
    if (counts.length == 0) {
      return TestResult.none(0, Absence.NO_VALUES);
    }
    if (counts.length < 2 || counts[0].length < 2) {
      int n = 0;
      for (int[] row : counts) {
        for (int cell : row) {
          n += cell;
        }
      }
      return TestResult.none(n, Absence.ONE_LEVEL);
    }
    return FisherTest.of(counts, question.nullValue().orElse(1), question.options());
  }

  /// The levels in the order of the rows, of all rows that name one.
  private static List<String> column(StatsTable table, String column) {
    return table.all().stream()
        .map(row -> table.text(row, column))
        .filter(cell -> StatsTable.reason(cell).isEmpty())
        .toList();
  }

  private static int[][] counts(StatsTable table, List<String> rows, List<String> columns)
      throws BadInputException {
    int[][] counts = new int[rows.size()][columns.size()];
    for (StatsTable.Row row : table.rows()) {
      int i = rows.indexOf(table.text(row, "a"));
      int j = columns.indexOf(table.text(row, "b"));
      counts[i][j] += table.has("count") ? Math.max(0, table.count(row, "count")) : 1;
    }
    table.check();
    return counts;
  }

  private static void put(
      StatsAnswer answer, List<String> rows, List<String> columns, int[][] counts) {
    answer.put("levels_a", rows).put("levels_b", columns);
    List<Object> table = new ArrayList<>();
    for (int[] row : counts) {
      List<Object> cells = new ArrayList<>();
      for (int cell : row) {
        cells.add(cell);
      }
      table.add(cells);
    }
    answer.put("table", table);
  }
}
