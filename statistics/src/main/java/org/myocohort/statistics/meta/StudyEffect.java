package org.myocohort.statistics.meta;

/// The effect of one study on the scale of the analysis.
///
/// @param label what the study is called
/// @param effect its effect
/// @param variance the sampling variance of it, above 0 and finite
public record StudyEffect(String label, double effect, double variance) {
  public StudyEffect {
    if (!Double.isFinite(effect)) {
      throw new IllegalArgumentException("an effect must be finite but was " + effect);
    }
    if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a sampling variance must be above 0 and finite but was " + variance);
    }
  }
}
