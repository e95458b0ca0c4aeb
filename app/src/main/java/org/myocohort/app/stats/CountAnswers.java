package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.counts.BinomialTest;
import org.myocohort.statistics.counts.PoissonRate;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestResult;

/// Methods of `events, total`: one row, two rates, or a list.
final class CountAnswers {
  private static final List<List<String>> WAYS =
      List.of(
          List.of("events", "total", "label"),
          List.of("events", "total", "group"),
          List.of("events", "total"));

  private CountAnswers() {}

  static StatsAnswer of(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), WAYS);
    MissingCells.put(answer, table);
    List<Integer> events = new ArrayList<>();
    List<Double> totals = new ArrayList<>();
    boolean rates = question.method() == StatsMethod.POISSON_RATE;
    for (StatsTable.Row row : table.rows()) {
      int count = table.count(row, "events");
      double total = rates ? table.number(row, "total") : table.count(row, "total");
      if (rates && total < 0) {
        table.problem(row, "total", "stats-time");
      } else if (!rates && count > total && total >= 0) {
        table.problem(row, "events", "stats-events", String.valueOf((int) total));
      }
      events.add(count);
      totals.add(total);
    }
    table.check();
    List<StatsAnswer.Named> results = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Map<String, Object> head = new LinkedHashMap<>();
      StatsTable.Row row = table.rows().get(i);
      head.put("line", row.line());
      if (table.columns().size() > 2) {
        head.put("label", row.cells().get(2));
      }
      results.add(new StatsAnswer.Named(head, one(events.get(i), totals.get(i), question, rates)));
    }
    if (results.isEmpty()) {
      return answer.put(TestResult.none(0, Absence.NO_VALUES));
    }
    if (results.size() == 1) {
      return answer.put(results.getFirst().result());
    }
    if (rates && results.size() == 2) {
      answer.put("estimate_of", "rate ratio, first row over second");
      return answer
          .put(
              PoissonRate.ratio(
                  events.get(0),
                  totals.get(0),
                  events.get(1),
                  totals.get(1),
                  question.nullValue().orElse(1),
                  question.options()))
          .put("rows", results);
    }
    int n = results.stream().mapToInt(each -> each.result().count()).sum();
    return answer.put(TestResult.none(n, Absence.SEVERAL_ROWS)).put("rows", results);
  }

  private static TestResult one(int events, double total, StatsQuestion question, boolean rates) {
    return rates
        ? PoissonRate.of(events, total, question.nullValue().orElse(1), question.options())
        : BinomialTest.of(
            events,
            (int) total,
            question.nullValue().orElse(0.5),
            question.interval(),
            question.options());
  }
}
