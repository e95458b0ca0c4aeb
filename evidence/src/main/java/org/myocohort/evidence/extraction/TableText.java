package org.myocohort.evidence.extraction;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvEdit;
import org.myocohort.exchange.csv.CsvFile;

/// Makes a table of its header and rows: commas, UTF-8, quotes where needed.
final class TableText {
  private TableText() {}

  /// @param rows each a text by column; a column that a row does not name is empty
  static CsvFile of(String name, List<String> header, List<Map<String, String>> rows) {
    String line = header.stream().map(TableText::quoted).collect(Collectors.joining(",", "", "\n"));
    try {
      CsvEdit table = new CsvEdit(CsvFile.parse(line.getBytes(StandardCharsets.UTF_8), name));
      rows.forEach(table::append);
      return table.apply();
    } catch (BadInputException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
