package org.myocohort.statistics.curve;

import java.util.Arrays;

/// Levenberg and Marquardt's search for the curve with the smallest weighted sum of squares.
final class CurveSearch {
  private static final int MOST_STEPS = 400;

  /// The part of the residuals that a step could still explain, as R's `nls` judges it; R stops at
  /// 1e-5.
  private static final double AT_REST = 1e-9;

  /// Where no step helps any more, this much is still rest.
  private static final double NEARLY_AT_REST = 1e-5;

  private static final double MOST_DAMPING = 1e15;
  private static final double LONGEST_LOG_STEP = 1.5;

  private final double[] x;
  private final double[] y;
  private final double[] roots;
  private final int parameters;
  private final double exact;

  /// @param exact the sum of squares that is as good as none
  CurveSearch(double[] x, double[] y, double[] weights, CurveModel model, double exact) {
    this.x = x;
    this.y = y;
    this.exact = exact;
    parameters = model.parameters();
    roots = new double[weights.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = Math.sqrt(weights[i]);
    }
  }

  /// Where a search ended.
  ///
  /// @param rested whether no step leads further down
  record End(LogisticCurve curve, double sumOfSquares, boolean rested) {}

  End from(LogisticCurve start) {
    LogisticCurve curve = start;
    double[] residuals = residuals(curve);
    double squares = square(residuals);
    double damping = 1e-3;
    double offset = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      if (squares <= exact) {
        return new End(curve, squares, true);
      }
      double[][] rows = rows(curve);
      LinearSolution plain = LinearSolution.of(rows, residuals);
      offset = offset(plain);
      if (offset < AT_REST) {
        return new End(curve, squares, true);
      }
      boolean better = false;
      while (!better && damping < MOST_DAMPING) {
        LogisticCurve next = moved(curve, damped(rows, residuals, damping));
        double[] nextResiduals = residuals(next);
        double nextSquares = square(nextResiduals);
        better = nextSquares < squares;
        if (better) {
          curve = next;
          residuals = nextResiduals;
          squares = nextSquares;
          damping = damping < 1e-14 ? 0 : damping / 10;
        } else {
          damping = Math.max(damping * 10, 1e-14);
        }
      }
      if (!better) {
        return new End(curve, squares, offset < NEARLY_AT_REST);
      }
    }
    return new End(curve, squares, offset < NEARLY_AT_REST);
  }

  /// How much of the residuals a step could explain, by degrees of freedom.
  private double offset(LinearSolution solution) {
    int rest = Math.max(1, y.length - parameters);
    return (solution.explained() / Math.sqrt(parameters))
        / (solution.unexplained() / Math.sqrt(rest));
  }

  private static double square(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private double[] residuals(LogisticCurve curve) {
    double[] residuals = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      residuals[i] = roots[i] * (y[i] - curve.response(x[i]));
    }
    return residuals;
  }

  /// The derivatives by a, log b, log c, d and log g.
  private double[][] rows(LogisticCurve curve) {
    double[][] rows = new double[y.length][];
    double[] scale = {1, curve.b(), curve.c(), 1, curve.g()};
    for (int i = 0; i < y.length; i++) {
      double[] gradient = curve.gradient(x[i]);
      rows[i] = new double[parameters];
      for (int j = 0; j < parameters; j++) {
        rows[i][j] = roots[i] * gradient[j] * scale[j];
      }
    }
    return rows;
  }

  private double[] damped(double[][] rows, double[] residuals, double damping) {
    double[][] more = new double[rows.length + parameters][];
    System.arraycopy(rows, 0, more, 0, rows.length);
    for (int j = 0; j < parameters; j++) {
      double length = 0;
      for (double[] row : rows) {
        length = StrictMath.hypot(length, row[j]);
      }
      more[rows.length + j] = new double[parameters];
      more[rows.length + j][j] = Math.sqrt(damping) * length;
    }
    double[] right = Arrays.copyOf(residuals, more.length);
    return LinearSolution.of(more, right).coefficients();
  }

  private LogisticCurve moved(LogisticCurve curve, double[] step) {
    if (step.length == 0) {
      return curve;
    }
    return new LogisticCurve(
        curve.a() + step[0],
        grown(curve.b(), step[1]),
        grown(curve.c(), step[2]),
        curve.d() + step[3],
        parameters == 5 ? grown(curve.g(), step[4]) : curve.g());
  }

  /// Moved on the scale of logarithms, held where a double can still hold it.
  private static double grown(double value, double step) {
    double held = Math.clamp(step, -LONGEST_LOG_STEP, LONGEST_LOG_STEP);
    return Math.clamp(value * StrictMath.exp(held), 1e-200, 1e200);
  }

  /// The tangent plane in a, b, c, d and g.
  LinearSolution tangent(LogisticCurve curve) {
    double[][] rows = new double[y.length][];
    for (int i = 0; i < y.length; i++) {
      double[] gradient = curve.gradient(x[i]);
      rows[i] = new double[parameters];
      for (int j = 0; j < parameters; j++) {
        rows[i][j] = roots[i] * gradient[j];
      }
    }
    return LinearSolution.of(rows, new double[y.length]);
  }
}
