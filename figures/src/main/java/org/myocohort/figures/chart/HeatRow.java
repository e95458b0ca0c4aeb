package org.myocohort.figures.chart;

import java.util.List;
import org.myocohort.figures.Mark;

/// One subject of a heat map.
///
/// @param name at the left
/// @param group rows that follow on each other under one heading; empty for none
/// @param cells as many as there are columns
public record HeatRow(String name, String group, List<Cell> cells) {
  /// What is known of a cell.
  public enum State {
    /// Present: a filled cell.
    YES,
    /// Absent: an empty cell.
    NO,
    /// Not known: a hatched cell.
    UNKNOWN
  }

  /// One cell.
  ///
  /// @param state what is known
  /// @param mark title and row
  public record Cell(State state, Mark mark) {}

  public HeatRow {
    cells = List.copyOf(cells);
  }
}
