package org.myocohort.statistics.meta.sparse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.TwoArmCounts;
import org.myocohort.statistics.meta.effect.ZeroCells;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// Peto's one-step log odds ratio: `sum (O - E)/sum V`, variance `1/sum V`, no cell corrected.
///
/// For rare events, arms of similar size and small effects; a study without an event, or with
/// nothing but events, adds nothing.
///
/// - **Source:** Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Prog Cardiovasc Dis
///   1985;27:335-371, doi:10.1016/S0033-0620(85)80003-7.
public final class PetoPooling {
  private PetoPooling() {}

  /// Pools tables.
  public static Estimation<PooledEffect> pool(List<TwoArmCounts> studies, double level) {
    double sum = 0;
    double weighted = 0;
    double squares = 0;
    int counted = 0;
    List<Double> weights = new ArrayList<>();
    for (TwoArmCounts study : studies) {
      Optional<Reason> wrong = study.checked().missing();
      if (wrong.isPresent()) {
        return Estimation.not(wrong.get());
      }
      Optional<Effect> effect = study.effect(EffectMeasure.PETO, ZeroCells.LEAVE).result();
      double weight = 0;
      if (effect.isPresent()) {
        weight = 1 / effect.get().variance();
        sum += weight;
        weighted += weight * effect.get().value();
        squares += weight * effect.get().value() * effect.get().value();
        counted++;
      }
      weights.add(weight);
    }
    if (counted == 0) {
      return Estimation.not(studies.isEmpty() ? Reason.NO_STUDY : Reason.NO_INFORMATION);
    }
    double q = Math.max(0, squares - weighted * weighted / sum);
    return ClassicPooling.of(studies.size(), weighted / sum, 1 / sum, weights, q, counted, level);
  }
}
