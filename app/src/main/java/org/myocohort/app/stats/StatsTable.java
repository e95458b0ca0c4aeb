package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.myocohort.app.meta.Numbers;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;

/// The rows of a table that are complete in the columns asked for, and what was left out and why.
final class StatsTable {
  private static final Set<String> NOT_KNOWN =
      Set.of("na", "nan", "n/a", ".", "nr", "nd", "unknown", "refused");

  /// Squares of larger numbers are beyond double precision.
  private static final double LARGEST = 1e100;

  private final CsvFile file;
  private final List<String> columns;
  private final List<Row> rows = new ArrayList<>();
  private final List<Row> all = new ArrayList<>();
  private final Map<String, Map<String, Integer>> missing = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  /// One row.
  ///
  /// @param line of the file, from 1
  /// @param cells in the order of the columns asked for
  /// @param reason what the first missing cell says, empty for a complete row
  record Row(int line, List<String> cells, String reason) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  private StatsTable(CsvFile file, List<String> columns) {
    this.file = file;
    this.columns = List.copyOf(columns);
  }

  /// The first of several lists of columns that the table has.
  static Optional<List<String>> columns(CsvFile file, List<List<String>> ways) {
    return ways.stream()
        .filter(way -> way.stream().allMatch(name -> file.column(name) >= 0))
        .findFirst();
  }

  /// Reads the rows.
  ///
  /// @param ways lists of columns, of which the first that the table has is taken
  static StatsTable read(CsvFile file, StatsMethod method, List<List<String>> ways)
      throws BadInputException {
    Optional<List<String>> found = columns(file, ways);
    if (found.isEmpty()) {
      Problems problems = new Problems();
      problems.add(
          file.name(),
          1,
          "",
          "stats-columns",
          String.join(",", file.header()),
          method.code(),
          method.columns());
      throw new BadInputException(problems);
    }
    StatsTable table = new StatsTable(file, found.orElseThrow());
    int[] places = table.columns.stream().mapToInt(file::column).toArray();
    CsvFile.Row cursor = file.cursor();
    for (int i = 0; i < file.rowCount(); i++) {
      cursor.moveTo(i);
      List<String> cells = new ArrayList<>(places.length);
      String reason = "";
      for (int j = 0; j < places.length; j++) {
        String cell = cursor.text(places[j]);
        String why = reason(cell);
        if (!why.isEmpty() && reason.isEmpty()) {
          reason = why;
          table
              .missing
              .computeIfAbsent(table.columns.get(j), _ -> new TreeMap<>())
              .merge(why, 1, Integer::sum);
        }
        cells.add(cell);
      }
      Row row = new Row(cursor.line(), cells, reason);
      table.all.add(row);
      if (reason.isEmpty()) {
        table.rows.add(row);
      }
    }
    return table;
  }

  /// Why a cell holds no value; empty where it does.
  static String reason(String cell) {
    if (cell.isEmpty()) {
      return "empty";
    }
    String lower = cell.toLowerCase(Locale.ROOT);
    if (!NOT_KNOWN.contains(lower)) {
      return "";
    }
    return switch (lower) {
      case "nr", "nd" -> lower.toUpperCase(Locale.ROOT);
      case "unknown", "refused" -> lower;
      default -> "NA";
    };
  }

  CsvFile file() {
    return file;
  }

  /// The columns that were found, in order.
  List<String> columns() {
    return columns;
  }

  boolean has(String column) {
    return columns.contains(column);
  }

  /// The complete rows.
  List<Row> rows() {
    return rows;
  }

  /// All rows, those with missing cells too.
  List<Row> all() {
    return all;
  }

  /// How many rows were left out by column and by what the cell says.
  Map<String, Map<String, Integer>> missing() {
    return missing;
  }

  String text(Row row, String column) {
    return row.cells().get(columns.indexOf(column));
  }

  /// The number in a cell, or NaN and a problem.
  double number(Row row, String column) {
    String cell = text(row, column);
    Optional<Double> number = Numbers.parse(cell, file.delimiter() == ';');
    if (number.isEmpty()) {
      problem(
          row,
          column,
          cell.startsWith("<") || cell.startsWith(">") ? "stats-limit" : "stats-number");
      return Double.NaN;
    }
    if (Math.abs(number.orElseThrow()) > LARGEST) {
      problem(row, column, "stats-size");
    }
    return number.orElseThrow();
  }

  /// The numbers of a column.
  double[] numbers(String column) throws BadInputException {
    double[] numbers = rows.stream().mapToDouble(row -> number(row, column)).toArray();
    problems.throwIfAny();
    return numbers;
  }

  /// The whole number, 0 or more, in a cell, or -1 and a problem.
  int count(Row row, String column) {
    double number = number(row, column);
    if (Double.isNaN(number)) {
      return -1;
    }
    if (!(number >= 0 && number <= 1e9 && number == Math.rint(number))) {
      problem(row, column, "stats-count");
      return -1;
    }
    return (int) number;
  }

  /// Notes what is wrong with a cell.
  void problem(Row row, String column, String code, String... values) {
    problems.add(file.name(), row.line(), column, code, text(row, column), values);
  }

  /// Ends the reading where anything is wrong.
  void check() throws BadInputException {
    problems.throwIfAny();
  }

  /// Refuses the whole table.
  BadInputException refused(String column, String code, String found, String... values) {
    Problems only = new Problems();
    only.add(file.name(), 1, column, code, found, values);
    return new BadInputException(only);
  }
}
