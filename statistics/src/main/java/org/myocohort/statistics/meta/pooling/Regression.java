package org.myocohort.statistics.meta.pooling;

import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.numeric.Cholesky;

/// Effects, variances and a design, scaled so that the iterations see numbers near 1.
///
/// Every estimator needs only sums over the studies of size `p`, never a matrix of size `k`.
final class Regression {
  /// The square of what rounding leaves of an effect.
  private static final double ROUNDING = 1e-28;

  final int studies;
  final int coefficients;
  final double[] effects;
  final double[] variances;
  final double[][] design;

  /// The unit of the effects; variances are in its square.
  final double unit;

  /// The fit at one tau2.
  ///
  /// @param beta the coefficients
  /// @param inverse `(X'WX)^-1`
  /// @param logDeterminant of `X'WX`
  /// @param weights `1/(v + tau2)`
  /// @param residuals `y - X beta`
  /// @param rss `y'Py`, the weighted sum of squared residuals
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
  record Fit(
      double[] beta,
      double[][] inverse,
      double logDeterminant,
      double[] weights,
      double[] residuals,
      double rss) {}

  private Regression(double[] effects, double[] variances, double[][] design, double unit) {
    this.studies = effects.length;
    this.coefficients = design[0].length;
    this.effects = effects;
    this.variances = variances;
    this.design = design;
    this.unit = unit;
  }

  /// Scales the effects by the root of the geometric mean of their variances.
  static Regression of(double[] effects, double[] variances, double[][] design) {
    double logs = 0;
    for (double variance : variances) {
      logs += Math.log(variance);
    }
    double unit = Math.exp(logs / variances.length / 2);
    double[] y = effects.clone();
    double[] v = variances.clone();
    for (int i = 0; i < y.length; i++) {
      y[i] /= unit;
      v[i] = v[i] / unit / unit;
    }
    return new Regression(y, v, design, unit);
  }

  /// The weighted fit, or null where the covariates are collinear.
  @Nullable Fit fit(double tauSquared) {
    double[] weights = new double[studies];
    for (int i = 0; i < studies; i++) {
      weights[i] = 1 / (variances[i] + tauSquared);
    }
    return fit(weights);
  }

  @Nullable Fit fit(double[] weights) {
    double[][] cross = cross(weights);
    Cholesky factor = Cholesky.of(cross);
    if (factor == null) {
      return null;
    }
    double[] right = new double[coefficients];
    for (int i = 0; i < studies; i++) {
      for (int a = 0; a < coefficients; a++) {
        right[a] += weights[i] * design[i][a] * effects[i];
      }
    }
    return fitOf(factor.solve(right), factor.inverse(), factor.logDeterminant(), weights);
  }

  private Fit fitOf(double[] beta, double[][] inverse, double logDeterminant, double[] weights) {
    double[] residuals = new double[studies];
    double rss = 0;
    double noise = 0;
    for (int i = 0; i < studies; i++) {
      double fitted = 0;
      for (int a = 0; a < coefficients; a++) {
        fitted += design[i][a] * beta[a];
      }
      residuals[i] = effects[i] - fitted;
      rss += weights[i] * residuals[i] * residuals[i];
      // Residuals of the size of rounding are none: studies that agree have no dispersion.
      noise += weights[i] * effects[i] * effects[i] * ROUNDING;
    }
    return new Fit(beta, inverse, logDeterminant, weights, residuals, rss > noise ? rss : 0);
  }

  /// `X'DX` of a diagonal `D`.
  double[][] cross(double[] diagonal) {
    double[][] cross = new double[coefficients][coefficients];
    for (int i = 0; i < studies; i++) {
      for (int a = 0; a < coefficients; a++) {
        for (int b = 0; b <= a; b++) {
          cross[a][b] += diagonal[i] * design[i][a] * design[i][b];
        }
      }
    }
    for (int a = 0; a < coefficients; a++) {
      for (int b = 0; b < a; b++) {
        cross[b][a] = cross[a][b];
      }
    }
    return cross;
  }

  /// `tr P`.
  double traceP(Fit fit) {
    double sum = 0;
    double[] squares = new double[studies];
    for (int i = 0; i < studies; i++) {
      sum += fit.weights[i];
      squares[i] = fit.weights[i] * fit.weights[i];
    }
    return sum - traceProduct(fit.inverse, cross(squares));
  }

  /// `tr(P D P E)` of diagonals `D` and `E`, without a matrix of the size of the studies.
  double tracePdPe(Fit fit, double[] first, double[] second) {
    double sum = 0;
    double[] both = new double[studies];
    double[] one = new double[studies];
    double[] other = new double[studies];
    for (int i = 0; i < studies; i++) {
      double square = fit.weights[i] * fit.weights[i];
      sum += square * first[i] * second[i];
      both[i] = square * fit.weights[i] * first[i] * second[i];
      one[i] = square * first[i];
      other[i] = square * second[i];
    }
    double[][] left = product(fit.inverse, cross(one));
    double[][] right = product(fit.inverse, cross(other));
    return sum - 2 * traceProduct(fit.inverse, cross(both)) + traceProduct(left, right);
  }

  /// `tr(P D)` of a diagonal `D`.
  double tracePd(Fit fit, double[] diagonal) {
    double sum = 0;
    double[] inner = new double[studies];
    for (int i = 0; i < studies; i++) {
      sum += fit.weights[i] * diagonal[i];
      inner[i] = fit.weights[i] * fit.weights[i] * diagonal[i];
    }
    return sum - traceProduct(fit.inverse, cross(inner));
  }

  /// `y'PPy`, the sum of squared weighted residuals.
  double squaredScores(Fit fit) {
    double sum = 0;
    for (int i = 0; i < studies; i++) {
      double score = fit.weights[i] * fit.residuals[i];
      sum += score * score;
    }
    return sum;
  }

  private static double traceProduct(double[][] one, double[][] other) {
    double trace = 0;
    for (int a = 0; a < one.length; a++) {
      for (int b = 0; b < one.length; b++) {
        trace += one[a][b] * other[b][a];
      }
    }
    return trace;
  }

  private static double[][] product(double[][] one, double[][] other) {
    int size = one.length;
    double[][] product = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        for (int c = 0; c < size; c++) {
          product[a][b] += one[a][c] * other[c][b];
        }
      }
    }
    return product;
  }
}
