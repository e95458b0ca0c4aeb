package org.myocohort.statistics.meta.mixed;

import java.util.List;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Cholesky;

/// Logistic regression by Newton's iterations.
final class LogisticRegression {
  private static final int ITERATIONS = 60;

  /// A fitted logit beyond this on every participant's side means that the outcome is predicted.
  private static final double LARGEST = 20;

  private LogisticRegression() {}

  static Estimation<List<MixedFit.Coefficient>> fit(
      double[][] design, double[] outcomes, List<String> names) {
    int size = names.size();
    double[] beta = new double[size];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[][] information = new double[size][size];
      double[] score = new double[size];
      for (int i = 0; i < outcomes.length; i++) {
        double predictor = 0;
        for (int a = 0; a < size; a++) {
          predictor += design[i][a] * beta[a];
        }
        double p = 1 / (1 + Math.exp(-predictor));
        for (int a = 0; a < size; a++) {
          score[a] += design[i][a] * (outcomes[i] - p);
          for (int b = 0; b <= a; b++) {
            information[a][b] += design[i][a] * design[i][b] * p * (1 - p);
          }
        }
      }
      Cholesky factor = Cholesky.of(information);
      if (factor == null) {
        return Estimation.not(iteration == 0 ? Reason.COLLINEAR_COVARIATES : Reason.SEPARATION);
      }
      double[] step = factor.solve(score);
      double largest = 0;
      for (int a = 0; a < size; a++) {
        beta[a] += step[a];
        largest = Math.max(largest, Math.abs(step[a]));
      }
      if (largest < 1e-12) {
        return Estimation.of(MixedFit.coefficients(names, beta, factor.inverse()));
      }
      for (int i = 0; i < outcomes.length; i++) {
        double predictor = 0;
        for (int a = 0; a < size; a++) {
          predictor += design[i][a] * beta[a];
        }
        if (!(Math.abs(predictor) < LARGEST)) {
          return Estimation.not(Reason.SEPARATION);
        }
      }
    }
    return Estimation.not(Reason.NOT_CONVERGED);
  }
}
