package org.myocohort.statistics.meta.numeric;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Maxima of smooth functions of a few variables, by Newton's method on numerical derivatives with
/// a ridge where the function is not concave and steps halved until it grows.
public final class Maximiser {
  private static final int ITERATIONS = 200;
  private static final double GRADIENT_STEP = 1e-5;
  private static final double HESSIAN_STEP = 3e-4;

  private Maximiser() {}

  /// Where the search ended.
  ///
  /// @param at the place
  /// @param value the function there
  /// @param hessian its second derivatives there
  /// @param converged whether the slope is 0 to working precision
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
  public record Found(double[] at, double value, double[][] hessian, boolean converged) {}

  /// Climbs from a starting point.
  public static Found climb(ToDoubleFunction<double[]> function, double[] start) {
    double[] at = start.clone();
    double value = function.applyAsDouble(at);
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] slope = gradient(function, at);
      double[][] hessian = hessian(function, at, value);
      double[] step = step(hessian, slope);
      double gain = 0;
      for (int i = 0; i < at.length; i++) {
        gain += step[i] * slope[i];
      }
      if (!(gain > 1e-15 * (1 + Math.abs(value)))) {
        return new Found(at, value, hessian, Double.isFinite(gain));
      }
      double[] next = at;
      double reached = value;
      double share = Math.min(1, 3 / largest(step));
      for (int halving = 0; halving < 40; halving++) {
        double[] trial = at.clone();
        for (int i = 0; i < at.length; i++) {
          trial[i] += share * step[i];
        }
        double there = function.applyAsDouble(trial);
        if (there > reached) {
          next = trial;
          reached = there;
          break;
        }
        share /= 2;
      }
      if (!(reached > value)) {
        return new Found(at, value, hessian, gain < 1e-9 * (1 + Math.abs(value)));
      }
      at = next;
      value = reached;
    }
    return new Found(at, value, hessian(function, at, value), false);
  }

  private static double largest(double[] step) {
    double largest = 1e-300;
    for (double each : step) {
      largest = Math.max(largest, Math.abs(each));
    }
    return largest;
  }

  /// Newton's step, with a ridge that makes it point upwards.
  private static double[] step(double[][] hessian, double[] slope) {
    int size = slope.length;
    double ridge = 0;
    for (int attempt = 0; attempt < 60; attempt++) {
      double[][] negative = new double[size][size];
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          negative[i][j] = -hessian[i][j];
        }
        negative[i][i] += ridge;
      }
      Cholesky factor = Cholesky.of(negative);
      if (factor != null) {
        return factor.solve(slope);
      }
      ridge = ridge == 0 ? 1e-4 : ridge * 4;
    }
    return slope.clone();
  }

  /// Central differences.
  static double[] gradient(ToDoubleFunction<double[]> function, double[] at) {
    double[] slope = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      double h = GRADIENT_STEP * Math.max(1, Math.abs(at[i]));
      slope[i] =
          (8 * (moved(function, at, i, h) - moved(function, at, i, -h))
                  - (moved(function, at, i, 2 * h) - moved(function, at, i, -2 * h)))
              / (12 * h);
    }
    return slope;
  }

  private static double moved(
      ToDoubleFunction<double[]> function, double[] at, int index, double by) {
    double[] place = at.clone();
    place[index] += by;
    return function.applyAsDouble(place);
  }

  private static double[][] hessian(
      ToDoubleFunction<double[]> function, double[] at, double value) {
    int size = at.length;
    double[][] hessian = new double[size][size];
    double[] h = new double[size];
    for (int i = 0; i < size; i++) {
      h[i] = HESSIAN_STEP * Math.max(1, Math.abs(at[i]));
    }
    for (int i = 0; i < size; i++) {
      hessian[i][i] =
          (16 * (moved(function, at, i, h[i]) + moved(function, at, i, -h[i]))
                  - (moved(function, at, i, 2 * h[i]) + moved(function, at, i, -2 * h[i]))
                  - 30 * value)
              / (12 * h[i] * h[i]);
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int a = -1; a <= 1; a += 2) {
          for (int b = -1; b <= 1; b += 2) {
            double[] place = at.clone();
            place[i] += a * h[i];
            place[j] += b * h[j];
            sum += a * b * function.applyAsDouble(place);
          }
        }
        hessian[i][j] = sum / (4 * h[i] * h[j]);
        hessian[j][i] = hessian[i][j];
      }
    }
    return hessian;
  }

  /// The inverse of the negated second derivatives, or null where they are not those of a maximum.
  public static double @Nullable [][] covariance(double[][] hessian) {
    double[][] negative = new double[hessian.length][hessian.length];
    for (int i = 0; i < hessian.length; i++) {
      for (int j = 0; j < hessian.length; j++) {
        negative[i][j] = -hessian[i][j];
      }
    }
    Cholesky factor = Cholesky.of(negative);
    return factor == null ? null : factor.inverse();
  }

  /// The place between two bounds where a function of one variable is largest, by golden sections;
  /// the function has one peak there.
  public static double between(DoubleUnaryOperator function, double low, double high) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double left = low;
    double right = high;
    double one = right - ratio * (right - left);
    double two = left + ratio * (right - left);
    double atOne = function.applyAsDouble(one);
    double atTwo = function.applyAsDouble(two);
    while (right - left > 1e-13 * (Math.abs(left) + Math.abs(right)) + 1e-300) {
      if (atOne >= atTwo) {
        right = two;
        two = one;
        atTwo = atOne;
        one = right - ratio * (right - left);
        atOne = function.applyAsDouble(one);
      } else {
        left = one;
        one = two;
        atOne = atTwo;
        two = left + ratio * (right - left);
        atTwo = function.applyAsDouble(two);
      }
      if (!(one < two)) {
        break;
      }
    }
    return (left + right) / 2;
  }
}
