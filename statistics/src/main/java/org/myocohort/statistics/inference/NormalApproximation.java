package org.myocohort.statistics.inference;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// Tail probabilities and quantiles of the standard normal distribution.
public final class NormalApproximation {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private NormalApproximation() {}

  /// The tails of a statistic that steps by whole units, with half a unit of continuity correction
  /// towards its expectation, as R's `wilcox.test(correct = TRUE)`.
  ///
  /// @param away the statistic less its expectation
  /// @param deviation its standard deviation, above 0
  /// @param correction half the step, 0 for none
  public static Tails tails(double away, double deviation, double correction) {
    double less = STANDARD.cumulativeProbability((away + correction) / deviation);
    double greater = STANDARD.survivalProbability((away - correction) / deviation);
    double z = (away - Math.signum(away) * correction) / deviation;
    double twoSided =
        2 * Math.min(STANDARD.cumulativeProbability(z), STANDARD.survivalProbability(z));
    return new Tails(less, greater, twoSided);
  }

  /// The value above which the normal distribution has this probability.
  public static double upperQuantile(double probability) {
    return STANDARD.inverseSurvivalProbability(probability);
  }
}
