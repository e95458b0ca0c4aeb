package org.myocohort.statistics.meta.effect;

import org.apache.commons.numbers.gamma.LogGamma;

/// The exact factor that takes the bias from a standardised mean difference.
///
///     J(m) = Γ(m/2) / (sqrt(m/2) Γ((m - 1)/2))
///
/// - **Source:** Hedges LV. Distribution theory for Glass's estimator of effect size and related
///   estimators. J Educ Stat 1981;6:107-128, doi:10.3102/10769986006002107.
final class SmallSampleFactor {
  private SmallSampleFactor() {}

  /// The factor for degrees of freedom of at least 2; NaN below, where the mean does not exist.
  static double of(double degreesOfFreedom) {
    if (!(degreesOfFreedom >= 2)) {
      return Double.NaN;
    }
    double half = degreesOfFreedom / 2;
    return Math.exp(LogGamma.value(half) - 0.5 * Math.log(half) - LogGamma.value(half - 0.5));
  }
}
