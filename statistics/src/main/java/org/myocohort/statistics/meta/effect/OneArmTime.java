package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// Events in time under observation.
///
///     IRLN = ln(x/t), v = 1/x
///     IR = x/t,       v = x/t^2
///
/// 0.5 is added where there is no event, see [ZeroCells].
///
/// @param x events
/// @param t time, above 0
public record OneArmTime(double x, double t) implements StudyData {
  /// Why these are not a count and a time, where they are not.
  public Estimation<OneArmTime> checked() {
    if (!StudyData.areCounts(x)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (!(t >= 0 && t < 1e300)) {
      return Estimation.not(Reason.VALUE_OUT_OF_RANGE);
    }
    return t == 0 ? Estimation.not(Reason.EMPTY_GROUP) : Estimation.of(this);
  }

  @Override
  public double size() {
    return t;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    return checked()
        .then(time -> {
          double events = zeroCells == ZeroCells.ADD_HALF && x == 0 ? 0.5 : x;
          return switch (measure) {
            case IR -> Effect.of(events / t, events / (t * t));
            case IRLN ->
                events == 0
                    ? Estimation.not(Reason.ZERO_CELL)
                    : Effect.of(Math.log(events / t), 1 / events);
            default -> StudyData.doesNotFit();
          };
        });
  }
}
