package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// A mean with its standard deviation: `MN = m`, `v = s^2/n`.
///
/// @param mean the mean
/// @param deviation the standard deviation
/// @param n participants
public record OneMean(double mean, double deviation, double n) implements StudyData {
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
    if (!(deviation >= 0)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return measure == EffectMeasure.MN
        ? Effect.of(mean, deviation * deviation / n)
        : StudyData.doesNotFit();
  }
}
