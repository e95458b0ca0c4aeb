package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was left out for missing cells, as part of an answer.
final class MissingCells {
  private MissingCells() {}

  static void put(StatsAnswer answer, StatsTable table) {
    answer.put("n_dropped", (table.all().size() - table.rows().size()));
    answer.put("missing", list(table.missing()));
  }

  private static List<Object> list(Map<String, Map<String, Integer>> missing) {
    List<Object> list = new ArrayList<>();
    missing.forEach((column, reasons) ->
        reasons.forEach((reason, count) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          each.put("column", column);
          each.put("reason", reason);
          each.put("count", count);
          list.add(each);
        }));
    return list;
  }
}
