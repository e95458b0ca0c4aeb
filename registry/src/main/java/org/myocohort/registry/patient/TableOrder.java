package org.myocohort.registry.patient;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.exchange.study.StudySchema;

/// The order in which a patient's rows are read and written.
final class TableOrder {
  private static final Map<String, Integer> TABLES = new HashMap<>();

  static {
    for (StudySchema.Table table : StudySchema.tables()) {
      TABLES.put(table.name(), TABLES.size());
    }
  }

  private TableOrder() {}

  static List<StoredRow> sorted(List<StoredRow> rows) {
    return rows.stream()
        .sorted(
            Comparator.comparingInt((StoredRow row) -> TABLES.getOrDefault(row.table(), 99))
                .thenComparingLong(StoredRow::position)
                .thenComparing(StoredRow::id))
        .toList();
  }
}
