package org.myocohort.statistics.meta.mixed;

import java.util.List;
import org.myocohort.statistics.meta.numeric.GaussHermite;

/// The observations of one study, which share a normal random effect.
///
/// @param rows the observations
/// @param design the fixed effects' covariates of each
/// @param offsets known parts of the linear predictors
/// @param loadings what the random effect is multiplied with in each
@SuppressWarnings("ArrayRecordComponent") // Numbers of one fit; nobody compares them.
record Cluster(List<Likelihood> rows, double[][] design, double[] offsets, double[] loadings) {

  /// One observation with an intercept and a random effect.
  static Cluster single(Likelihood row, double offset) {
    return new Cluster(List.of(row), new double[][] {{1}}, new double[] {offset}, new double[] {1});
  }

  /// The linear predictors without the random effect.
  double[] fixed(double[] beta) {
    double[] predictors = offsets.clone();
    for (int j = 0; j < predictors.length; j++) {
      for (int a = 0; a < design[j].length; a++) {
        predictors[j] += design[j][a] * beta[a];
      }
    }
    return predictors;
  }

  /// The log of the likelihood, the random effect integrated out by adaptive Gauss-Hermite
  /// quadrature around its mode.
  ///
  /// - **Source:** Pinheiro JC, Bates DM. J Comput Graph Stat 1995;4:12-35,
  ///   doi:10.1080/10618600.1995.10474663.
  double logMarginal(double[] fixed, double deviation, GaussHermite rule) {
    if (deviation == 0) {
      return conditional(fixed, 0, 0);
    }
    double mode = 0;
    double[] sums = new double[3];
    for (int step = 0; step < 200; step++) {
      derivatives(fixed, deviation, mode, sums);
      double move = sums[1] / -sums[2];
      double size = Math.abs(move);
      mode += size > 4 ? 4 * Math.signum(move) : move;
      if (size < 1e-11 * (1 + Math.abs(mode))) {
        break;
      }
    }
    derivatives(fixed, deviation, mode, sums);
    double spread = Math.sqrt(2 / -sums[2]);
    double total = 0;
    for (int i = 0; i < rule.points(); i++) {
      double node = rule.node(i);
      double u = mode + spread * node;
      double log = conditional(fixed, deviation, u) - u * u / 2 - sums[0];
      total += Math.exp(log + rule.logWeight(i) + node * node);
    }
    return sums[0] + Math.log(total * spread) - 0.5 * Math.log(2 * Math.PI);
  }

  private void derivatives(double[] fixed, double deviation, double u, double[] sums) {
    sums[0] = -u * u / 2;
    sums[1] = -u;
    sums[2] = -1;
    for (int j = 0; j < fixed.length; j++) {
      double factor = loadings[j] * deviation;
      rows.get(j).add(fixed[j] + factor * u, factor, sums);
    }
  }

  private double conditional(double[] fixed, double deviation, double u) {
    double sum = 0;
    for (int j = 0; j < fixed.length; j++) {
      sum += rows.get(j).at(fixed[j] + loadings[j] * deviation * u);
    }
    return sum;
  }

  double supremum() {
    return rows.stream().mapToDouble(Likelihood::supremum).sum();
  }
}
