package org.myocohort.exchange.study;

import java.util.HashMap;
import java.util.Map;
import org.myocohort.exchange.csv.CsvFile;

/// Sees to it that an id stands once in a study, over all its tables.
final class RowIds {
  private final Map<String, CsvFile> tables = new HashMap<>();

  /// Takes the id of the row that the cells stand at, and says so where it is taken.
  void claim(CellReader cells, CsvFile table, String id) {
    CsvFile before = tables.putIfAbsent(id, table);
    if (before != null) {
      cells.problem("id", "id-twice", before.name(), Integer.toString(line(before, id)));
    }
  }

  /// Looked up only for a message, so that a long table keeps no line numbers.
  private static int line(CsvFile table, String id) {
    int column = table.column("id");
    CsvFile.Row row = table.cursor();
    for (int index = 0; index < table.rowCount(); index++) {
      if (row.moveTo(index).text(column).equals(id)) {
        return row.line();
      }
    }
    return 0;
  }
}
