package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.descriptive.Description;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.rank.HodgesLehmann;
import org.myocohort.statistics.rank.RankSumTest;

/// Methods of `value, group`.
final class GroupAnswers {
  private static final List<List<String>> GROUPS = List.of(List.of("value", "group"));
  private static final List<List<String>> GROUPS_OR_ALL =
      List.of(List.of("value", "group"), List.of("value"));

  private GroupAnswers() {}

  /// The levels of the column `group`, those without a value in any row included.
  static List<String> levels(StatsTable table) {
    return Levels.of(
        table.all().stream()
            .map(row -> table.text(row, "group"))
            .filter(cell -> StatsTable.reason(cell).isEmpty())
            .toList());
  }

  static StatsAnswer two(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), GROUPS);
    MissingCells.put(answer, table);
    List<String> chosen = pair(table, question);
    boolean ranks = question.method() == StatsMethod.WILCOXON_RANK_SUM;
    double[] values = ranks ? RankedColumn.of(table, List.of("value"))[0] : table.numbers("value");
    double[] x = of(table, values, chosen.getFirst());
    double[] y = chosen.size() > 1 ? of(table, values, chosen.get(1)) : new double[0];
    List<Object> groups = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("group", chosen.get(i));
      each.put("n", i == 0 ? x.length : y.length);
      groups.add(each);
    }
    answer.put("groups", groups);
    double shift = question.nullValue().orElse(0);
    if (ranks) {
      answer.put("null", Quantity.of(shift));
      return answer.put(RankSumTest.of(x, y, shift, question.options()));
    }
    return answer.put(HodgesLehmann.ofTwo(x, y, question.options()));
  }

  /// The two groups to compare; fewer where the table has fewer.
  static List<String> pair(StatsTable table, StatsQuestion question) throws BadInputException {
    List<String> levels = levels(table);
    if (question.groups().isPresent()) {
      List<String> asked = question.groups().orElseThrow();
      for (String each : asked) {
        if (!levels.contains(each)) {
          throw table.refused("group", "stats-group", each, String.join(", ", levels));
        }
      }
      return asked;
    }
    if (levels.size() > 2) {
      throw table.refused("group", "stats-two-groups", String.join(", ", levels));
    }
    return levels.isEmpty() ? List.of("") : levels;
  }

  private static double[] of(StatsTable table, double[] values, String group) {
    return IntStream.range(0, values.length)
        .filter(i -> table.text(table.rows().get(i), "group").equals(group))
        .mapToDouble(i -> values[i])
        .toArray();
  }

  static StatsAnswer describe(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsTable table = StatsTable.read(file, question.method(), GROUPS_OR_ALL);
    MissingCells.put(answer, table);
    double[] values = table.numbers("value");
    double level = question.options().level();
    answer.put(Description.of(values, question.quartiles(), level));
    if (table.has("group")) {
      List<String> levels = levels(table);
      Map<String, Integer> index = new TreeMap<>();
      for (int i = 0; i < levels.size(); i++) {
        index.put(levels.get(i), i);
      }
      double[][] split = new double[levels.size()][8];
      int[] counts = new int[levels.size()];
      for (int i = 0; i < values.length; i++) {
        int g = index.getOrDefault(table.text(table.rows().get(i), "group"), 0);
        if (counts[g] == split[g].length) {
          split[g] = Arrays.copyOf(split[g], 2 * counts[g]);
        }
        split[g][counts[g]++] = values[i];
      }
      Map<String, Map<String, Object>> missing = missing(table);
      List<StatsAnswer.Named> results = new ArrayList<>();
      for (int g = 0; g < split.length; g++) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("group", levels.get(g));
        head.put("missing", missing.getOrDefault(levels.get(g), Map.of()));
        results.add(
            new StatsAnswer.Named(
                head,
                Description.of(Arrays.copyOf(split[g], counts[g]), question.quartiles(), level)));
      }
      answer.put("groups", results);
    }
    return answer;
  }

  /// How many values each group lacks, by reason.
  private static Map<String, Map<String, Object>> missing(StatsTable table) {
    Map<String, Map<String, Object>> counts = new TreeMap<>();
    for (StatsTable.Row row : table.all()) {
      String reason = StatsTable.reason(table.text(row, "value"));
      if (!reason.isEmpty()) {
        counts
            .computeIfAbsent(table.text(row, "group"), _ -> new TreeMap<>())
            .merge(reason, 1, (before, one) -> (Integer) before + (Integer) one);
      }
    }
    return counts;
  }
}
