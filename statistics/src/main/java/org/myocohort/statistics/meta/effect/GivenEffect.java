package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// An effect with its sampling variance as a report gives them; it stands for any measure.
///
/// @param value the effect on the scale of the analysis
/// @param variance the sampling variance
public record GivenEffect(double value, double variance) implements StudyData {
  @Override
  public double size() {
    return 0;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    if (!Double.isFinite(value) || !(variance >= 0)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return Effect.of(value, variance);
  }
}
