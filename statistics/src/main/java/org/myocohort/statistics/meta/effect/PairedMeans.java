package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// Two means of the same participants with the correlation of the two measurements.
///
///     MC = m1 - m2,          v = (s1^2 + s2^2 - 2 r s1 s2)/n = sd^2/n
///     SMCC d = J(n-1) MC/sd, v = 1/n + d^2/(2 n)
///     SMCR d = J(n-1) MC/s1, v = 2 (1 - r)/n + d^2/(2 n)
///     ROMC = ln(m1/m2),      v = s1^2/(n m1^2) + s2^2/(n m2^2) - 2 r s1 s2/(m1 m2 n)
///
/// - **Source:** Gibbons RD, Hedeker DR, Davis JM. J Educ Stat 1993;18:271-279,
///   doi:10.3102/10769986018003271 (SMCC); Becker BJ. Br J Math Stat Psychol 1988;41:257-278,
///   doi:10.1111/j.2044-8317.1988.tb00901.x (SMCR); Lajeunesse MJ. Ecology 2011;92:2049-2055,
///   doi:10.1890/11-0423.1 (ROMC).
///
/// @param mean1 first mean
/// @param deviation1 standard deviation of the first measurement
/// @param mean2 second mean
/// @param deviation2 standard deviation of the second measurement
/// @param n participants
/// @param correlation of the two measurements
public record PairedMeans(
    double mean1, double deviation1, double mean2, double deviation2, double n, double correlation)
    implements StudyData {

  @Override
  public double size() {
    return n;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    if (!StudyData.areCounts(n)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (n == 0) {
      return Estimation.not(Reason.EMPTY_GROUP);
    }
    if (!(deviation1 >= 0 && deviation2 >= 0)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    if (!(correlation >= -1 && correlation <= 1)) {
      return Estimation.not(Reason.CORRELATION_OUT_OF_RANGE);
    }
    double change = mean1 - mean2;
    double variance =
        deviation1 * deviation1
            + deviation2 * deviation2
            - 2 * correlation * deviation1 * deviation2;
    return switch (measure) {
      case MC -> Effect.of(change, variance / n);
      case SMCC -> standardised(change, Math.sqrt(Math.max(0, variance)), 1);
      case SMCR -> standardised(change, deviation1, 2 * (1 - correlation));
      case ROMC -> ratio();
      default -> StudyData.doesNotFit();
    };
  }

  private Estimation<Effect> standardised(double change, double deviation, double share) {
    double factor = SmallSampleFactor.of(n - 1);
    if (Double.isNaN(factor)) {
      return Estimation.not(Reason.GROUP_TOO_SMALL);
    }
    if (deviation == 0) {
      return Estimation.not(Reason.VARIANCE_ZERO);
    }
    double d = factor * change / deviation;
    return Effect.of(d, share / n + d * d / (2 * n));
  }

  private Estimation<Effect> ratio() {
    if (!(mean1 > 0 && mean2 > 0)) {
      return Estimation.not(Reason.MEAN_NOT_POSITIVE);
    }
    double first = deviation1 / mean1;
    double second = deviation2 / mean2;
    return Effect.of(
        Math.log(mean1) - Math.log(mean2),
        (first * first + second * second - 2 * correlation * first * second) / n);
  }
}
