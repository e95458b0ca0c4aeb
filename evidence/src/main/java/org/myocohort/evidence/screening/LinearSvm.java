package org.myocohort.evidence.screening;

import java.util.Arrays;

/// A linear support vector machine with squared hinge loss and an intercept, which starts from its
/// last solution.
///
/// It minimises `|w|^2 / 2 + sum of c_i max(0, 1 - y_i w.x_i)^2`, a constant 1 appended to each
/// row, by coordinate descent in the dual: Hsieh CJ, Chang KW, Lin CJ, Keerthi SS, Sundararajan S.
/// ICML 2008:408-415, doi:10.1145/1390156.1390208. One pass costs the entries of the rows trained
/// on. The rows are taken in their order, not at random, so that the same rows give the same
/// weights.
final class LinearSvm {
  /// A solution whose gradient is nowhere larger is good enough.
  private static final double TOLERANCE = 1e-2;

  private static final int MOST_PASSES = 200;

  private final SparseRows rows;
  private final double[] squaredLengths;

  /// Of each row, the part of its squared length in columns that `rows` leaves out.
  private final double[] leftOut;

  private final double[] weights;

  /// Of each row, with the sign of its class; 0 where it plays no part.
  private final double[] multipliers;

  private double intercept;

  /// @param squaredLengths of the rows, which may count columns that `rows` leaves out because no
  ///   two rows share them
  LinearSvm(SparseRows rows, double[] squaredLengths) {
    this.rows = rows;
    this.squaredLengths = squaredLengths;
    leftOut = new double[rows.count()];
    for (int row = 0; row < leftOut.length; row++) {
      leftOut[row] = Math.max(0, squaredLengths[row] - rows.squaredLength(row));
    }
    weights = new double[rows.width()];
    multipliers = new double[rows.count()];
  }

  /// Trains on some rows, from the solution of the last training.
  ///
  /// @param costs of each row of the table, `c_i`: positive for one of the class that scores high,
  ///   negative for the other class, 0 for a row that is not trained on
  void train(double[] costs) {
    int[] trained = new int[costs.length];
    int count = 0;
    for (int row = 0; row < costs.length; row++) {
      if (multipliers[row] != 0 && costs[row] * multipliers[row] <= 0) {
        move(row, -multipliers[row]);
      }
      if (costs[row] != 0) {
        trained[count++] = row;
      }
    }
    double largest = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < MOST_PASSES && largest > TOLERANCE; pass++) {
      largest = 0;
      for (int i = 0; i < count; i++) {
        int row = trained[i];
        double sign = costs[row] > 0 ? 1 : -1;
        double diagonal = 0.5 / Math.abs(costs[row]);
        double multiplier = Math.abs(multipliers[row]);
        // A column of this row alone adds to this row's score what the row itself put there.
        double gradient = sign * score(row) - 1 + multiplier * (diagonal + leftOut[row]);
        if (multiplier == 0 && gradient >= 0) {
          continue;
        }
        largest = Math.max(largest, Math.abs(gradient));
        double better = Math.max(0, multiplier - gradient / (diagonal + squaredLengths[row] + 1));
        move(row, sign * (better - multiplier));
      }
    }
  }

  private void move(int row, double step) {
    if (step != 0) {
      multipliers[row] += step;
      rows.addTo(weights, row, step);
      intercept += step;
    }
  }

  double score(int row) {
    return rows.dot(row, weights) + intercept;
  }

  /// Starts anew.
  void forget() {
    Arrays.fill(weights, 0);
    Arrays.fill(multipliers, 0);
    intercept = 0;
  }
}
