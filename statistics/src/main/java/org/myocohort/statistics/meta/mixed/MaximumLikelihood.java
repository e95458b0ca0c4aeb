package org.myocohort.statistics.meta.mixed;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Maximiser;
import org.myocohort.statistics.meta.numeric.Maximiser.Found;

/// Maximises a log-likelihood of fixed effects and one or more standard deviations, which stand
/// last.
///
/// The log-likelihood is even in a standard deviation, so it is searched over all numbers; 0 is
/// tried by itself and kept where nothing is better.
final class MaximumLikelihood {
  private static final double[] STARTS = {0.3, 1};

  /// Beyond these there is no finite maximum: the likelihood still grows.
  private static final double LARGEST_DEVIATION = 12;

  private static final double LARGEST_COEFFICIENT = 25;

  /// What the best must have more than tau2 = 0 does.
  private static final double LEAST_GAIN = 1e-9;

  private MaximumLikelihood() {}

  /// The maximum.
  ///
  /// @param beta fixed effects
  /// @param deviations standard deviations of the random effects
  /// @param covariance of the fixed effects
  /// @param value log-likelihood
  /// @param equal log-likelihood with the last deviation 0
  @SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
  record Maximum(
      double[] beta, double[] deviations, double[][] covariance, double value, double equal) {}

  /// Finds it.
  ///
  /// @param logLikelihood of the fixed effects followed by the deviations
  /// @param start of the fixed effects
  /// @param deviations how many there are
  static Estimation<Maximum> find(
      ToDoubleFunction<double[]> logLikelihood, double[] start, int deviations) {
    int fixed = start.length;
    Found without = restricted(logLikelihood, start, fixed, deviations);
    if (!usable(without.at(), fixed, start)) {
      return Estimation.not(Reason.SEPARATION);
    }
    Found best = without;
    boolean zero = true;
    for (double deviation : STARTS) {
      double[] from = Arrays.copyOf(without.at(), fixed + deviations);
      Arrays.fill(from, fixed, from.length, deviation);
      Found found = Maximiser.climb(logLikelihood, from);
      if (found.value() > best.value() + LEAST_GAIN) {
        best = found;
        zero = false;
      }
    }
    if (!best.converged()) {
      return Estimation.not(Reason.NOT_CONVERGED);
    }
    double[] deviation = new double[deviations];
    for (int i = 0; i < deviations; i++) {
      deviation[i] = zero && without.at().length <= fixed + i ? 0 : Math.abs(best.at()[fixed + i]);
      if (deviation[i] > LARGEST_DEVIATION) {
        return Estimation.not(Reason.SEPARATION);
      }
    }
    if (!usable(best.at(), fixed, start)) {
      return Estimation.not(Reason.SEPARATION);
    }
    double[][] covariance = covariance(best, fixed);
    return covariance == null
        ? Estimation.not(Reason.NOT_CONVERGED)
        : Estimation.of(
            new Maximum(
                Arrays.copyOf(best.at(), fixed),
                deviation,
                covariance,
                best.value(),
                without.value()));
  }

  /// The maximum with the last deviation 0.
  private static Found restricted(
      ToDoubleFunction<double[]> logLikelihood, double[] start, int fixed, int deviations) {
    double[] from = Arrays.copyOf(start, fixed + deviations - 1);
    Arrays.fill(from, fixed, from.length, 0.5);
    return Maximiser.climb(
        place -> logLikelihood.applyAsDouble(Arrays.copyOf(place, fixed + deviations)), from);
  }

  private static boolean usable(double[] at, int fixed, double[] start) {
    for (int i = 0; i < fixed; i++) {
      if (!(Math.abs(at[i] - start[i]) < LARGEST_COEFFICIENT)) {
        return false;
      }
    }
    return true;
  }

  /// Of all parameters where each lies inside; a deviation that came out as 0 is left out, where
  /// the likelihood does not depend on its sign.
  private static double @Nullable [][] covariance(Found found, int fixed) {
    double[][] whole = Maximiser.covariance(found.hessian());
    if (whole != null) {
      return whole;
    }
    double[][] block = new double[fixed][];
    for (int i = 0; i < fixed; i++) {
      block[i] = Arrays.copyOf(found.hessian()[i], fixed);
    }
    return Maximiser.covariance(block);
  }
}
