package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// Events in time under observation in two arms.
///
///     log IRR = ln((x1/t1)/(x2/t2)),  v = 1/x1 + 1/x2
///     IRD = x1/t1 - x2/t2,            v = x1/t1^2 + x2/t2^2
///
/// - **Zero cells:** 0.5 is added to both counts where one is 0, see [ZeroCells].
/// - **Source:** Rothman KJ, Greenland S, Lash TL. Modern epidemiology, 3rd ed, 2008, chapter 14.
///
/// @param x1 events in the first arm
/// @param t1 time in the first arm, above 0
/// @param x2 events in the second arm
/// @param t2 time in the second arm, above 0, in the same unit
public record TwoArmTimes(double x1, double t1, double x2, double t2) implements StudyData {
  /// Why these are not counts and times, where they are not.
  public Estimation<TwoArmTimes> checked() {
    if (!StudyData.areCounts(x1, x2)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (!(t1 >= 0 && t2 >= 0 && t1 < 1e300 && t2 < 1e300)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return t1 == 0 || t2 == 0 ? Estimation.not(Reason.EMPTY_GROUP) : Estimation.of(this);
  }

  @Override
  public double size() {
    return t1 + t2;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    return checked()
        .then(times -> {
          double add = zeroCells == ZeroCells.ADD_HALF && (x1 == 0 || x2 == 0) ? 0.5 : 0;
          return times.of(measure, x1 + add, x2 + add);
        });
  }

  private Estimation<Effect> of(EffectMeasure measure, double first, double second) {
    if (measure == EffectMeasure.IRD) {
      return Effect.of(first / t1 - second / t2, first / (t1 * t1) + second / (t2 * t2));
    }
    if (measure != EffectMeasure.IRR) {
      return StudyData.doesNotFit();
    }
    if (first == 0 || second == 0) {
      return Estimation.not(first == second ? Reason.NO_INFORMATION : Reason.ZERO_CELL);
    }
    return Effect.of(Math.log(first / t1) - Math.log(second / t2), 1 / first + 1 / second);
  }
}
