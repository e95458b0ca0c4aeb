package org.myocohort.statistics.meta.mixed;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Probability;

/// A mixed model fitted by maximum likelihood.
///
/// @param clusters how many studies entered
/// @param coefficients the fixed effects
/// @param tauSquared variance of the random effect; 0 is an estimate like any other
/// @param logLikelihood at the maximum
/// @param equalLogLikelihood at the maximum with tau2 = 0
/// @param saturatedLogLikelihood with an effect for each study
public record MixedFit(
    int clusters,
    List<Coefficient> coefficients,
    double tauSquared,
    double logLikelihood,
    double equalLogLikelihood,
    double saturatedLogLikelihood) {

  /// A fixed effect.
  ///
  /// @param name of the covariate
  /// @param estimate of it
  /// @param standardError from the second derivatives of the log-likelihood
  public record Coefficient(String name, double estimate, double standardError) {
    /// The Wald interval.
    public ConfidenceInterval interval(double level) {
      double half = Probability.normalCritical(level) * standardError;
      return new ConfidenceInterval(estimate - half, estimate + half, level);
    }

    public double pValue() {
      return Probability.normalTwoSided(estimate / standardError);
    }
  }

  public MixedFit {
    coefficients = List.copyOf(coefficients);
  }

  /// The likelihood ratio statistic of equal effects against an effect for each study.
  public double q() {
    return Math.max(0, 2 * (saturatedLogLikelihood - equalLogLikelihood));
  }

  /// Its probability, where there are two studies.
  public Estimation<Double> qPValue() {
    return clusters < 2
        ? Estimation.not(Reason.FEWER_THAN_TWO_STUDIES)
        : Estimation.of(Probability.chiSquareAbove(q(), clusters - 1.0));
  }

  static List<Coefficient> coefficients(
      List<String> names, double[] estimates, double[][] covariance) {
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      coefficients.add(new Coefficient(names.get(i), estimates[i], Math.sqrt(covariance[i][i])));
    }
    return coefficients;
  }
}
