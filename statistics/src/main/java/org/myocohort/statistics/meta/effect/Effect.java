package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.StudyEffect;

/// An effect on the scale of the analysis.
///
/// @param value the effect
/// @param variance its sampling variance, above 0
public record Effect(double value, double variance) {
  static Estimation<Effect> of(double value, double variance) {
    if (!Double.isFinite(value) || !Double.isFinite(variance) || variance < 0) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return variance > 0
        ? Estimation.of(new Effect(value, variance))
        : Estimation.not(Reason.VARIANCE_ZERO);
  }

  /// The effect of a study with its name.
  public StudyEffect labelled(String label) {
    return new StudyEffect(label, value, variance);
  }
}
