package org.myocohort.evidence.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// The cells of a row by the names of their columns; what is wrong is added to the problems.
final class Cells {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  private final CsvFile table;
  private final CsvFile.Row row;
  private final Problems problems;

  Cells(CsvFile table, Problems problems) {
    this.table = table;
    this.row = table.cursor();
    this.problems = problems;
  }

  int rows() {
    return table.rowCount();
  }

  void moveTo(int at) {
    row.moveTo(at);
  }

  /// Line of the row in the file, from 1.
  int line() {
    return row.line();
  }

  String text(String column) {
    return row.text(table.column(column));
  }

  int number(String column, int least) {
    String text = text(column);
    if (NUMBER.matcher(text).matches() && Integer.parseInt(text) >= least) {
      return Integer.parseInt(text);
    }
    wrong(column, "number-at-least", Integer.toString(least));
    return least;
  }

  Instant time(String column) {
    try {
      return Instant.parse(text(column));
    } catch (DateTimeException _) {
      wrong(column, "instant-expected");
      return Instant.EPOCH;
    }
  }

  void wrong(String column, String code, String... values) {
    problems.add(table.name(), row.line(), column, code, text(column), values);
  }
}
