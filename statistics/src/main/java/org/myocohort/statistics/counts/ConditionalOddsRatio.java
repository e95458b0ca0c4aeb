package org.myocohort.statistics.counts;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/// The distribution of the first cell of a 2x2 table given its margins, for any odds ratio
/// (Fisher's noncentral hypergeometric distribution).
///
///     P(X = x) ~ C(n1, x) C(n2, m - x) odds^x
final class ConditionalOddsRatio {
  // Beyond this the odds ratio cannot be told from 0 or infinity in double precision.
  private static final double WIDEST_LOG = 700;

  private final int low;
  private final int high;
  private final double[] logWeights;

  /// Of the tables with these margins.
  ///
  /// @param n1 size of the first row
  /// @param n2 size of the second row
  /// @param m size of the first column
  ConditionalOddsRatio(int n1, int n2, int m) {
    HypergeometricDistribution central = HypergeometricDistribution.of(n1 + n2, m, n1);
    low = central.getSupportLowerBound();
    high = central.getSupportUpperBound();
    logWeights = new double[high - low + 1];
    for (int x = low; x <= high; x++) {
      logWeights[x - low] = central.logProbability(x);
    }
  }

  int low() {
    return low;
  }

  int high() {
    return high;
  }

  double[] probabilities(double logOdds) {
    double[] weights = new double[logWeights.length];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = logWeights[i] + i * logOdds;
      largest = Math.max(largest, weights[i]);
    }
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(weights[i] - largest);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  double atMost(int x, double logOdds) {
    double[] probabilities = probabilities(logOdds);
    double sum = 0;
    for (int i = 0; i <= x - low && i < probabilities.length; i++) {
      sum += probabilities[i];
    }
    return sum;
  }

  double atLeast(int x, double logOdds) {
    double[] probabilities = probabilities(logOdds);
    double sum = 0;
    for (int i = probabilities.length - 1; i >= Math.max(0, x - low); i--) {
      sum += probabilities[i];
    }
    return sum;
  }

  private double mean(double logOdds) {
    double[] probabilities = probabilities(logOdds);
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      sum += (low + i) * probabilities[i];
    }
    return sum;
  }

  /// The odds ratio under which `x` is expected: 0 or infinity at the ends of the support.
  double estimate(int x) {
    if (x == low) {
      return 0;
    }
    return x == high ? Double.POSITIVE_INFINITY : root(log -> mean(log) - x);
  }

  /// The odds ratio under which `x` or more has this probability.
  double lower(int x, double tail) {
    return x == low || tail == 0 ? 0 : root(log -> atLeast(x, log) - tail);
  }

  /// The odds ratio under which `x` or less has this probability.
  double upper(int x, double tail) {
    return x == high || tail == 0 ? Double.POSITIVE_INFINITY : root(log -> tail - atMost(x, log));
  }

  private static double root(DoubleUnaryOperator increasing) {
    return Math.exp(RootSearch.of(increasing, -WIDEST_LOG, WIDEST_LOG));
  }
}
