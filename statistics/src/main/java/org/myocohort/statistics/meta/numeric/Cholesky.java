package org.myocohort.statistics.meta.numeric;

import org.jspecify.annotations.Nullable;

/// The Cholesky factor of a symmetric positive definite matrix, for the few rows of a model.
public final class Cholesky {
  /// A pivot below this share of its diagonal element says that the matrix is singular.
  private static final double SINGULAR = 1e-11;

  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /// Factors a matrix, of which the lower triangle is read.
  ///
  /// @return null where the matrix is not positive definite to working precision
  public static @Nullable Cholesky of(double[][] matrix) {
    int size = matrix.length;
    double[][] factor = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column <= row; column++) {
        double sum = matrix[row][column];
        for (int inner = 0; inner < column; inner++) {
          sum -= factor[row][inner] * factor[column][inner];
        }
        if (row == column) {
          if (!(sum > SINGULAR * matrix[row][row])) {
            return null;
          }
          factor[row][row] = Math.sqrt(sum);
        } else {
          factor[row][column] = sum / factor[column][column];
        }
      }
    }
    return new Cholesky(factor);
  }

  /// Solves `A x = b`.
  public double[] solve(double[] right) {
    int size = factor.length;
    double[] solution = right.clone();
    for (int row = 0; row < size; row++) {
      for (int inner = 0; inner < row; inner++) {
        solution[row] -= factor[row][inner] * solution[inner];
      }
      solution[row] /= factor[row][row];
    }
    for (int row = size - 1; row >= 0; row--) {
      for (int inner = row + 1; inner < size; inner++) {
        solution[row] -= factor[inner][row] * solution[inner];
      }
      solution[row] /= factor[row][row];
    }
    return solution;
  }

  /// The inverse of the matrix.
  public double[][] inverse() {
    int size = factor.length;
    double[][] inverse = new double[size][];
    for (int column = 0; column < size; column++) {
      double[] unit = new double[size];
      unit[column] = 1;
      inverse[column] = solve(unit);
    }
    return inverse;
  }

  /// The logarithm of the determinant.
  public double logDeterminant() {
    double sum = 0;
    for (int row = 0; row < factor.length; row++) {
      sum += 2 * Math.log(factor[row][row]);
    }
    return sum;
  }
}
