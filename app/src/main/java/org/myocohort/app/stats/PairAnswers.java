package org.myocohort.app.stats;

import java.util.List;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.correlation.Kendall;
import org.myocohort.statistics.correlation.Pearson;
import org.myocohort.statistics.correlation.Spearman;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.DecimalDifference;
import org.myocohort.statistics.rank.HodgesLehmann;
import org.myocohort.statistics.rank.SignTest;
import org.myocohort.statistics.rank.SignedRankTest;

/// Methods of pairs `x, y`, and of one column `x`.
final class PairAnswers {
  private static final List<List<String>> PAIRS = List.of(List.of("x", "y"));
  private static final List<List<String>> PAIRS_OR_ONE = List.of(List.of("x", "y"), List.of("x"));

  private PairAnswers() {}

  static StatsAnswer correlation(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), PAIRS);
    MissingCells.put(answer, table);
    if (question.method() == StatsMethod.PEARSON) {
      return answer.put(Pearson.of(table.numbers("x"), table.numbers("y"), question.options()));
    }
    double[] x = RankedColumn.of(table, List.of("x"))[0];
    double[] y = RankedColumn.of(table, List.of("y"))[0];
    limits(answer, x, y);
    return answer.put(
        question.method() == StatsMethod.SPEARMAN
            ? Spearman.of(x, y, question.options())
            : Kendall.of(x, y, question.options()));
  }

  private static void limits(StatsAnswer answer, double[]... columns) {
    for (double[] column : columns) {
      for (double value : column) {
        if (Double.isInfinite(value)) {
          answer.remark(Topic.LIMITS_RANKED);
          return;
        }
      }
    }
  }

  static StatsAnswer differences(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), PAIRS_OR_ONE);
    MissingCells.put(answer, table);
    boolean sign = question.method() == StatsMethod.SIGN;
    double[] x;
    double[] differences;
    if (table.has("y")) {
      double[][] both =
          sign
              ? RankedColumn.of(table, List.of("x", "y"))
              : new double[][] {table.numbers("x"), table.numbers("y")};
      x = both[0];
      limits(answer, both);
      differences = DecimalDifference.of(both[0], both[1]);
      answer.put("differences", "x - y");
    } else {
      x = sign ? RankedColumn.of(table, List.of("x"))[0] : table.numbers("x");
      limits(answer, x);
      differences = x;
    }
    double shift = question.nullValue().orElse(0);
    answer.put("null", Quantity.of(shift));
    TestResult result =
        switch (question.method()) {
          case WILCOXON_SIGNED_RANK ->
              SignedRankTest.of(differences, shift, question.zeros(), question.options());
          case SIGN -> SignTest.of(differences, shift, question.options());
          default -> HodgesLehmann.ofOne(differences, question.options());
        };
    return answer.put(result);
  }
}
