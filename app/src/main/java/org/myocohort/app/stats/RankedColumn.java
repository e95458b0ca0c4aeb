package org.myocohort.app.stats;

import java.util.List;
import java.util.Optional;
import org.myocohort.app.meta.Numbers;
import org.myocohort.exchange.csv.BadInputException;

/// Numbers of which some are known only as below or above a limit, for methods that use their
/// order.
///
/// `<30` becomes minus infinity and `>4000` infinity, as long as the order is certain: one limit on
/// each side, and no number below the lower one or above the upper one.
final class RankedColumn {
  private final StatsTable table;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private Optional<Double> lowerLimit = Optional.empty();
  private Optional<Double> upperLimit = Optional.empty();
  private boolean limited;

  private RankedColumn(StatsTable table) {
    this.table = table;
  }

  /// The numbers of columns that share one scale.
  static double[][] of(StatsTable table, List<String> columns) throws BadInputException {
    RankedColumn scale = new RankedColumn(table);
    for (StatsTable.Row row : table.rows()) {
      for (String column : columns) {
        scale.take(row, column);
      }
    }
    table.check();
    double[][] values = new double[columns.size()][table.rows().size()];
    for (int i = 0; i < table.rows().size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        values[j][i] = scale.value(table.rows().get(i), columns.get(j));
      }
    }
    table.check();
    return values;
  }

  private Optional<Double> limit(String cell) {
    boolean limit = cell.startsWith("<") || cell.startsWith(">");
    return limit
        ? Numbers.parse(cell.substring(1).strip(), table.file().delimiter() == ';')
        : Optional.empty();
  }

  private void take(StatsTable.Row row, String column) {
    String cell = table.text(row, column);
    Optional<Double> limit = limit(cell);
    if (limit.isEmpty()) {
      double number = table.number(row, column);
      lowest = Math.min(lowest, number);
      highest = Math.max(highest, number);
      return;
    }
    limited = true;
    boolean lower = cell.startsWith("<");
    Optional<Double> other = lower ? lowerLimit : upperLimit;
    if (other.isPresent() && !other.equals(limit)) {
      table.problem(row, column, "stats-two-limits", Numbers.exact(other.orElseThrow()));
    } else if (lower) {
      lowerLimit = limit;
    } else {
      upperLimit = limit;
    }
  }

  private double value(StatsTable.Row row, String column) {
    String cell = table.text(row, column);
    Optional<Double> limit = limit(cell);
    if (limit.isEmpty()) {
      return table.number(row, column);
    }
    boolean lower = cell.startsWith("<");
    if (limited && lower && lowest < limit.orElseThrow()) {
      table.problem(row, column, "stats-limit-order", Numbers.exact(lowest));
    }
    if (limited && !lower && highest > limit.orElseThrow()) {
      table.problem(row, column, "stats-limit-order", Numbers.exact(highest));
    }
    return lower ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
