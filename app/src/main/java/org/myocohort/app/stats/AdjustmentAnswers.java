package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.adjustment.Adjustment;
import org.myocohort.statistics.inference.Remark.Topic;

/// Adjusts the column `p`, each row keeping its place.
final class AdjustmentAnswers {
  private AdjustmentAnswers() {}

  static StatsAnswer of(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), List.of(List.of("p")));
    MissingCells.put(answer, table);
    List<OptionalDouble> given = new ArrayList<>();
    for (StatsTable.Row row : table.all()) {
      if (!row.reason().isEmpty()) {
        given.add(OptionalDouble.empty());
        continue;
      }
      double p = table.number(row, "p");
      if (p < 0 || p > 1) {
        table.problem(row, "p", "stats-probability");
      }
      given.add(OptionalDouble.of(p));
    }
    table.check();
    Adjustment method =
        question.method() == StatsMethod.HOLM ? Adjustment.HOLM : Adjustment.BENJAMINI_HOCHBERG;
    answer
        .put("n", table.rows().size())
        .put("p", StatsAnswer.numbers(given))
        .put("adjusted", StatsAnswer.numbers(method.adjust(given)))
        .remark(Topic.ADJUSTED_FOR, table.rows().size());
    if (table.rows().size() < table.all().size()) {
      answer.remark(Topic.NOT_ADJUSTED_MISSING);
    }
    if (method == Adjustment.BENJAMINI_HOCHBERG) {
      answer.remark(Topic.INDEPENDENT_OR_POSITIVE);
    }
    return answer;
  }
}
