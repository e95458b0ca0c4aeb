package org.myocohort.statistics.meta.numeric;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Tail probabilities and quantiles of the reference distributions.
public final class Probability {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Probability() {}

  /// The two-sided probability of a standard normal statistic.
  public static double normalTwoSided(double statistic) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(statistic)));
  }

  /// The two-sided probability of a t statistic.
  public static double tTwoSided(double statistic, double degreesOfFreedom) {
    return Math.min(
        1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(statistic)));
  }

  /// The half width of a two-sided normal interval in standard errors, 1.96 at 0.95.
  public static double normalCritical(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }

  /// The half width of a two-sided t interval in standard errors.
  public static double tCritical(double level, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
  }

  /// The probability that a chi-square variable is larger.
  public static double chiSquareAbove(double statistic, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(Math.max(0, statistic));
  }

  /// The value below which a chi-square variable falls with a probability.
  public static double chiSquareQuantile(double probability, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(probability);
  }

  /// The probability that an F variable is larger.
  public static double fAbove(double statistic, double numerator, double denominator) {
    return FDistribution.of(numerator, denominator).survivalProbability(Math.max(0, statistic));
  }
}
