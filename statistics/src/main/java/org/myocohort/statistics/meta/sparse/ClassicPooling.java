package org.myocohort.statistics.meta.sparse;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Probability;
import org.myocohort.statistics.meta.pooling.Heterogeneity;
import org.myocohort.statistics.meta.pooling.PooledEffect;

/// What a one-step method says, put together from its parts.
final class ClassicPooling {
  private ClassicPooling() {}

  /// The pooled effect.
  ///
  /// @param weights of the studies, in any unit
  /// @param q Cochran's statistic around the estimate
  /// @param counted how many studies stand in q
  static Estimation<PooledEffect> of(
      int studies,
      double estimate,
      double variance,
      List<Double> weights,
      double q,
      int counted,
      double level) {
    if (!Double.isFinite(estimate) || !(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
      return Estimation.not(Reason.ARM_WITHOUT_CONTRAST);
    }
    double error = Math.sqrt(variance);
    double half = Probability.normalCritical(level) * error;
    double z = estimate / error;
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = new ArrayList<>();
    for (double weight : weights) {
      shares.add(100 * weight / sum);
    }
    return Estimation.of(
        new PooledEffect(
            studies,
            estimate,
            error,
            Estimation.of(new ConfidenceInterval(estimate - half, estimate + half, level)),
            Estimation.of(z),
            Estimation.of(Probability.normalTwoSided(z)),
            0,
            heterogeneity(q, counted - 1),
            shares));
  }

  private static Heterogeneity heterogeneity(double q, int freedom) {
    if (freedom < 1) {
      Estimation<Double> none = Estimation.not(Reason.FEWER_THAN_TWO_STUDIES);
      return new Heterogeneity(0, Estimation.not(Reason.NO_HETEROGENEITY), none, none, 0, 0, none);
    }
    double h = q / freedom;
    return new Heterogeneity(
        0,
        Estimation.not(Reason.NO_HETEROGENEITY),
        Estimation.of(h > 1 ? 100 * (h - 1) / h : 0),
        Estimation.of(h),
        q,
        freedom,
        Estimation.of(Probability.chiSquareAbove(q, freedom)));
  }
}
