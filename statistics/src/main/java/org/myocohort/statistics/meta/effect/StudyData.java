package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// What is known of one study, and the effects that follow from it.
public sealed interface StudyData
    permits TwoArmCounts,
        TwoArmTimes,
        TwoArmMeans,
        OneArmCounts,
        OneArmTime,
        OneMean,
        PairedMeans,
        Correlation,
        GivenEffect {

  /// The effect of the study with its variance, or why it has none.
  Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells);

  /// How many participants it has, or the time under observation; 0 where the data do not say.
  double size();

  /// Whether these are finite whole numbers of at least 0.
  static boolean areCounts(double... values) {
    for (double value : values) {
      if (!(value >= 0 && value < 1e15 && value == Math.rint(value))) {
        return false;
      }
    }
    return true;
  }

  /// No effect of this measure follows from these data.
  static Estimation<Effect> doesNotFit() {
    return Estimation.not(Reason.MEASURE_DOES_NOT_FIT);
  }
}
