package org.myocohort.registry.exporting;

import java.util.ArrayDeque;
import java.util.Deque;

/// Hides the small counts of a table that is published with its totals: those from 1 to one below
/// the limit, and as many others as it takes that none of them can be computed back.
///
/// A hidden count is safe from subtraction if it stands on a ring of hidden counts, along rows and
/// columns in turn: then it can be one more or one less without any total changing.
public final class SmallCells {
  /// The usual limit: 1 to 4 are hidden.
  public static final int LIMIT = 5;

  private final long[][] counts;
  private final boolean[][] hidden;
  private final int rows;
  private final int columns;

  private SmallCells(long[][] counts) {
    this.counts = counts;
    this.rows = counts.length;
    this.columns = rows == 0 ? 0 : counts[0].length;
    this.hidden = new boolean[rows][columns];
  }

  /// Which counts of a table to hide.
  ///
  /// @param counts rows of as many columns each; totals are not among them
  /// @param limit the smallest count above 0 that may be shown
  public static boolean[][] hidden(long[][] counts, int limit) {
    SmallCells cells = new SmallCells(counts);
    for (int row = 0; row < cells.rows; row++) {
      for (int column = 0; column < cells.columns; column++) {
        cells.hidden[row][column] = counts[row][column] > 0 && counts[row][column] < limit;
      }
    }
    cells.complete();
    return cells.hidden;
  }

  /// Which counts of a list to hide that is published with its total.
  public static boolean[] hidden(long[] counts, int limit) {
    // Two equal columns would be a table; a list is one whose second column shows nothing.
    boolean[] hidden = new boolean[counts.length];
    int many = 0;
    for (int i = 0; i < counts.length; i++) {
      hidden[i] = counts[i] > 0 && counts[i] < limit;
      many += hidden[i] ? 1 : 0;
    }
    if (many == 1) {
      int second = -1;
      for (int i = 0; i < counts.length; i++) {
        boolean better =
            second < 0
                || (counts[second] == 0 && counts[i] > 0)
                || (counts[i] > 0 && counts[i] < counts[second]);
        if (!hidden[i] && better) {
          second = i;
        }
      }
      if (second >= 0) {
        hidden[second] = true;
      }
    }
    return hidden;
  }

  private void complete() {
    boolean again = true;
    while (again) {
      again = false;
      for (int row = 0; row < rows && !again; row++) {
        for (int column = 0; column < columns && !again; column++) {
          if (hidden[row][column] && !onRing(row, column)) {
            again = hideAnother(row, column);
          }
        }
      }
    }
  }

  /// Whether one gets from a count's row to its column over other hidden counts.
  private boolean onRing(int row, int column) {
    boolean[] rowsSeen = new boolean[rows];
    boolean[] columnsSeen = new boolean[columns];
    Deque<Integer> open = new ArrayDeque<>();
    rowsSeen[row] = true;
    open.add(row);
    while (!open.isEmpty()) {
      int at = open.remove();
      for (int c = 0; c < columns; c++) {
        boolean itself = at == row && c == column;
        if (hidden[at][c] && !itself && !columnsSeen[c]) {
          columnsSeen[c] = true;
          for (int r = 0; r < rows; r++) {
            if (hidden[r][c] && !(r == row && c == column) && !rowsSeen[r]) {
              rowsSeen[r] = true;
              open.add(r);
            }
          }
        }
      }
    }
    return columnsSeen[column];
  }

  /// Hides what closes the smallest ring through a count: three others in two rows and columns.
  private boolean hideAnother(int row, int column) {
    long least = Long.MAX_VALUE;
    int bestRow = -1;
    int bestColumn = -1;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        if (r != row && c != column) {
          long cost = cost(r, c) + cost(row, c) + cost(r, column);
          if (cost < least) {
            least = cost;
            bestRow = r;
            bestColumn = c;
          }
        }
      }
    }
    if (bestRow < 0) {
      return hideLine(row, column);
    }
    hidden[bestRow][bestColumn] = true;
    hidden[row][bestColumn] = true;
    hidden[bestRow][column] = true;
    return true;
  }

  /// In a single row or column a ring is not to be had: totals then give every count away, and all
  /// of the line is hidden.
  private boolean hideLine(int row, int column) {
    boolean changed = false;
    for (int c = 0; c < columns; c++) {
      changed |= !hidden[row][c];
      hidden[row][c] = true;
    }
    for (int r = 0; r < rows; r++) {
      changed |= !hidden[r][column];
      hidden[r][column] = true;
    }
    return changed;
  }

  /// What is lost by hiding a count; a 0 protects little, since everybody expects it.
  private long cost(int row, int column) {
    if (hidden[row][column]) {
      return 0;
    }
    return counts[row][column] == 0 ? 1_000_000 : counts[row][column];
  }
}
