package org.myocohort.statistics.meta.analysis;

import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.ZeroCells;
import org.myocohort.statistics.meta.mixed.SparseModel;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.PredictionMethod;

/// What is asked for.
///
/// @param measure of effect
/// @param method of pooling
/// @param intervalMethod of the interval; normal for MH, PETO and GLMM
/// @param zeroCells what is done with them
/// @param model of a GLMM of two arms
/// @param prediction which prediction interval
/// @param level confidence level, such as 0.95
public record Request(
    EffectMeasure measure,
    PoolingMethod method,
    IntervalMethod intervalMethod,
    ZeroCells zeroCells,
    SparseModel model,
    PredictionMethod prediction,
    double level) {
  public Request {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
  }

  /// The defaults: REML, normal interval, 0.5 for zero cells, Riley's prediction interval, 95 %.
  public static Request of(EffectMeasure measure, PoolingMethod method) {
    return new Request(
        measure,
        method,
        IntervalMethod.NORMAL,
        ZeroCells.ADD_HALF,
        SparseModel.UNCONDITIONAL_FIXED,
        PredictionMethod.RILEY,
        0.95);
  }

  /// The same with another method.
  public Request with(PoolingMethod other, IntervalMethod interval) {
    return new Request(measure, other, interval, zeroCells, model, prediction, level);
  }
}
