package org.myocohort.statistics.meta.pooling;

import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;

/// Effects explained by covariates of the studies.
///
/// @param studies how many
/// @param coefficients the intercept first
/// @param heterogeneity what the covariates leave; Q is the residual one (QE)
/// @param rSquared share of tau2 that they explain, in percent, where tau2 without them is above 0
/// @param moderatorStatistic the Wald statistic of all covariates (QM), or F with Hartung-Knapp
/// @param moderatorFreedom its degrees of freedom: how many covariates
/// @param moderatorPValue its probability
public record MetaRegression(
    int studies,
    List<Coefficient> coefficients,
    Heterogeneity heterogeneity,
    Estimation<Double> rSquared,
    Estimation<Double> moderatorStatistic,
    int moderatorFreedom,
    Estimation<Double> moderatorPValue) {

  /// A coefficient.
  ///
  /// @param name of the covariate, `intercept` for the first
  /// @param estimate of it
  /// @param standardError of it
  /// @param interval its confidence interval
  /// @param statistic z or t
  /// @param pValue two-sided
  public record Coefficient(
      String name,
      double estimate,
      double standardError,
      Estimation<ConfidenceInterval> interval,
      Estimation<Double> statistic,
      Estimation<Double> pValue) {}

  public MetaRegression {
    coefficients = List.copyOf(coefficients);
  }
}
