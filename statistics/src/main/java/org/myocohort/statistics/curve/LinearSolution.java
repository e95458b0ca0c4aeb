package org.myocohort.statistics.curve;

/// The least-squares solution of a linear system, by Householder reflections.
final class LinearSolution {
  /// Below it a column of length 1 lies within the others.
  private static final double DEPENDENT = 1e-11;

  private final double[] coefficients;
  private final double[][] triangle;
  private final double[] scales;
  private final double explained;
  private final double unexplained;

  /// @param triangle the upper triangle, on columns scaled to length 1
  /// @param scales the lengths of the columns
  private LinearSolution(
      double[] coefficients,
      double[][] triangle,
      double[] scales,
      double explained,
      double unexplained) {
    this.coefficients = coefficients;
    this.triangle = triangle;
    this.scales = scales;
    this.explained = explained;
    this.unexplained = unexplained;
  }

  /// The solution; empty where columns cannot be told apart.
  double[] coefficients() {
    return coefficients;
  }

  boolean isDetermined() {
    return coefficients.length > 0;
  }

  /// The part of the right side's length that the columns explain.
  double explained() {
    return explained;
  }

  /// The part that they do not.
  double unexplained() {
    return unexplained;
  }

  /// Solves rows · coefficients = right; at least as many rows as columns.
  static LinearSolution of(double[][] rows, double[] right) {
    int n = rows.length;
    int p = rows[0].length;
    double[][] q = new double[n][p];
    double[] b = right.clone();
    double[] scales = new double[p];
    for (int j = 0; j < p; j++) {
      for (double[] row : rows) {
        scales[j] = StrictMath.hypot(scales[j], row[j]);
      }
      for (int i = 0; i < n; i++) {
        q[i][j] = scales[j] > 0 ? rows[i][j] / scales[j] : 0;
      }
    }
    for (int k = 0; k < p; k++) {
      reflect(q, b, k);
    }
    double explained = 0;
    boolean determined = true;
    double[][] triangle = new double[p][p];
    for (int k = 0; k < p; k++) {
      determined &= Math.abs(q[k][k]) > DEPENDENT;
      explained = StrictMath.hypot(explained, b[k]);
      System.arraycopy(q[k], k, triangle[k], k, p - k);
    }
    double unexplained = 0;
    for (int i = p; i < n; i++) {
      unexplained = StrictMath.hypot(unexplained, b[i]);
    }
    double[] coefficients = determined ? backwards(triangle, b) : new double[0];
    for (int j = 0; j < coefficients.length; j++) {
      coefficients[j] /= scales[j];
    }
    return new LinearSolution(coefficients, triangle, scales, explained, unexplained);
  }

  /// Turns column k so that nothing of it is left below row k.
  private static void reflect(double[][] q, double[] b, int k) {
    double length = 0;
    for (int i = k; i < q.length; i++) {
      length = StrictMath.hypot(length, q[i][k]);
    }
    if (length == 0) {
      return;
    }
    double head = q[k][k] > 0 ? -length : length;
    double[] v = new double[q.length];
    for (int i = k; i < q.length; i++) {
      v[i] = q[i][k];
    }
    v[k] -= head;
    double square = 0;
    for (int i = k; i < v.length; i++) {
      square += v[i] * v[i];
    }
    for (int j = k; j < q[0].length; j++) {
      double dot = 0;
      for (int i = k; i < v.length; i++) {
        dot += v[i] * q[i][j];
      }
      for (int i = k; i < v.length; i++) {
        q[i][j] -= 2 * dot / square * v[i];
      }
    }
    double dot = 0;
    for (int i = k; i < v.length; i++) {
      dot += v[i] * b[i];
    }
    for (int i = k; i < v.length; i++) {
      b[i] -= 2 * dot / square * v[i];
    }
  }

  private static double[] backwards(double[][] triangle, double[] right) {
    int p = triangle.length;
    double[] x = new double[p];
    for (int k = p - 1; k >= 0; k--) {
      double rest = right[k];
      for (int j = k + 1; j < p; j++) {
        rest -= triangle[k][j] * x[j];
      }
      x[k] = rest / triangle[k][k];
    }
    return x;
  }

  /// The inverse of columns' · columns.
  double[][] inverseOfSquare() {
    int p = triangle.length;
    double[][] inverse = new double[p][];
    for (int k = 0; k < p; k++) {
      double[] unit = new double[p];
      unit[k] = 1;
      inverse[k] = backwards(triangle, unit);
    }
    double[][] square = new double[p][p];
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        for (double[] column : inverse) {
          square[i][j] += column[i] * column[j];
        }
        square[i][j] /= scales[i] * scales[j];
      }
    }
    return square;
  }
}
