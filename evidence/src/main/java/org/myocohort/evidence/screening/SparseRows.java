package org.myocohort.evidence.screening;

import java.util.Arrays;

/// Rows of numbers that are mostly zero, in flat arrays: row `i` has the entries from `starts[i]`
/// to before `starts[i + 1]`.
final class SparseRows {
  private final int[] starts;
  private final int[] columns;
  private final float[] values;
  private final int width;

  /// Takes the arrays over.
  ///
  /// @param starts one more than rows
  /// @param columns of the entries
  /// @param values of the entries
  /// @param width columns that there are
  SparseRows(int[] starts, int[] columns, float[] values, int width) {
    this.starts = starts;
    this.columns = columns;
    this.values = values;
    this.width = width;
  }

  int count() {
    return starts.length - 1;
  }

  int width() {
    return width;
  }

  int start(int row) {
    return starts[row];
  }

  int column(int entry) {
    return columns[entry];
  }

  float value(int entry) {
    return values[entry];
  }

  double dot(int row, double[] weights) {
    double sum = 0;
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      sum += values[k] * weights[columns[k]];
    }
    return sum;
  }

  /// Adds a multiple of a row to the weights.
  void addTo(double[] weights, int row, double factor) {
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      weights[columns[k]] += factor * values[k];
    }
  }

  double squaredLength(int row) {
    double sum = 0;
    for (int k = starts[row]; k < starts[row + 1]; k++) {
      sum += (double) values[k] * values[k];
    }
    return sum;
  }

  /// The same rows without the columns that one row only has: these never relate a row to another,
  /// and are most of the columns of a text's pairs of words.
  SparseRows sharedColumns() {
    int[] rowsWith = new int[width];
    for (int k = 0; k < starts[count()]; k++) {
      rowsWith[columns[k]]++;
    }
    // The columns of many rows first: their weights then stand together in the fast memory.
    int[] placeOfCount = new int[count() + 2];
    int entries = 0;
    int kept = 0;
    for (int with : rowsWith) {
      if (with > 1) {
        placeOfCount[count() - with + 1]++;
        entries += with;
        kept++;
      }
    }
    for (int i = 1; i < placeOfCount.length; i++) {
      placeOfCount[i] += placeOfCount[i - 1];
    }
    int[] renumbered = new int[width];
    for (int column = 0; column < width; column++) {
      renumbered[column] = rowsWith[column] > 1 ? placeOfCount[count() - rowsWith[column]]++ : -1;
    }
    int[] newStarts = new int[starts.length];
    int[] newColumns = new int[entries];
    float[] newValues = new float[entries];
    int end = 0;
    for (int row = 0; row < count(); row++) {
      for (int k = starts[row]; k < starts[row + 1]; k++) {
        if (renumbered[columns[k]] >= 0) {
          newColumns[end] = renumbered[columns[k]];
          newValues[end++] = values[k];
        }
      }
      newStarts[row + 1] = end;
    }
    return new SparseRows(newStarts, newColumns, newValues, kept);
  }

  /// The mean of some rows, each scaled to length 1 first, scaled to length 1.
  ///
  /// @param from the first row
  /// @param to after the last row
  double[] meanDirection(int from, int to) {
    double[] mean = new double[width];
    for (int row = from; row < to; row++) {
      double length = Math.sqrt(squaredLength(row));
      if (length > 0) {
        addTo(mean, row, 1 / length);
      }
    }
    scaleToOne(mean);
    return mean;
  }

  /// Scales to length 1 what is not all zero.
  static void scaleToOne(double[] direction) {
    double squares = 0;
    for (double value : direction) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    if (length > 0) {
      for (int column = 0; column < direction.length; column++) {
        direction[column] /= length;
      }
    }
  }

  /// The same rows and one more at the end.
  SparseRows withRow(double[] row) {
    int added = 0;
    for (double value : row) {
      added += value == 0 ? 0 : 1;
    }
    int end = starts[count()];
    int[] newStarts = Arrays.copyOf(starts, starts.length + 1);
    int[] newColumns = Arrays.copyOf(columns, end + added);
    float[] newValues = Arrays.copyOf(values, end + added);
    for (int column = 0; column < row.length; column++) {
      if (row[column] != 0) {
        newColumns[end] = column;
        newValues[end++] = (float) row[column];
      }
    }
    newStarts[newStarts.length - 1] = end;
    return new SparseRows(newStarts, newColumns, newValues, width);
  }
}
