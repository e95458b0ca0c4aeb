package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// Means, standard deviations and sizes of two arms.
///
///     MD = m1 - m2,             v = s1^2/n1 + s2^2/n2
///     SMD g = J (m1 - m2)/s,    v = 1/n1 + 1/n2 + g^2/(2 (n1 + n2)), s pooled, J exact
///     ROMPLAIN = ln(m1/m2),     v = s1^2/(n1 m1^2) + s2^2/(n2 m2^2)
///     ROM = ROMPLAIN + (s1^2/(n1 m1^2) - s2^2/(n2 m2^2))/2, the same v
///
/// - **Source:** SMD: Hedges LV. J Educ Stat 1981;6:107-128, doi:10.3102/10769986006002107;
///   Hedges LV. Psychol Bull 1982;92:490-499, doi:10.1037/0033-2909.92.2.490 (variance).
///   ROMPLAIN: Hedges LV, Gurevitch J, Curtis PS. Ecology 1999;80:1150-1156,
///   doi:10.1890/0012-9658(1999)080\[1150:TMAORR\]2.0.CO;2. Its correction: Lajeunesse MJ. Ecology
///   2015;96:2056-2063, doi:10.1890/14-2402.1.
///
/// @param mean1 mean of the first arm
/// @param deviation1 standard deviation of the first arm
/// @param n1 participants of the first arm
/// @param mean2 mean of the second arm
/// @param deviation2 standard deviation of the second arm
/// @param n2 participants of the second arm
public record TwoArmMeans(
    double mean1, double deviation1, double n1, double mean2, double deviation2, double n2)
    implements StudyData {

  @Override
  public double size() {
    return n1 + n2;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    if (!StudyData.areCounts(n1, n2)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (n1 == 0 || n2 == 0) {
      return Estimation.not(Reason.EMPTY_GROUP);
    }
    if (!(deviation1 >= 0 && deviation2 >= 0)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return switch (measure) {
      case MD ->
          Effect.of(mean1 - mean2, deviation1 * deviation1 / n1 + deviation2 * deviation2 / n2);
      case SMD -> standardised();
      case ROM, ROMPLAIN -> ratio(measure == EffectMeasure.ROM);
      default -> StudyData.doesNotFit();
    };
  }

  private Estimation<Effect> standardised() {
    double freedom = n1 + n2 - 2;
    double factor = SmallSampleFactor.of(freedom);
    if (Double.isNaN(factor)) {
      return Estimation.not(Reason.GROUP_TOO_SMALL);
    }
    // A group of one has no standard deviation of its own and adds nothing to the pooled one.
    double pooled = Math.sqrt((square(deviation1, n1) + square(deviation2, n2)) / freedom);
    if (pooled == 0) {
      return Estimation.not(Reason.VARIANCE_ZERO);
    }
    double g = factor * (mean1 - mean2) / pooled;
    return Effect.of(g, 1 / n1 + 1 / n2 + g * g / (2 * (n1 + n2)));
  }

  private static double square(double deviation, double n) {
    return n == 1 ? 0 : (n - 1) * deviation * deviation;
  }

  private Estimation<Effect> ratio(boolean corrected) {
    if (!(mean1 > 0 && mean2 > 0)) {
      return Estimation.not(Reason.MEAN_NOT_POSITIVE);
    }
    double first = deviation1 * deviation1 / (n1 * mean1 * mean1);
    double second = deviation2 * deviation2 / (n2 * mean2 * mean2);
    double plain = Math.log(mean1) - Math.log(mean2);
    return Effect.of(corrected ? plain + (first - second) / 2 : plain, first + second);
  }
}
