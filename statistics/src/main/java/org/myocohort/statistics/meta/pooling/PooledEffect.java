package org.myocohort.statistics.meta.pooling;

import java.util.List;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;

/// A pooled effect on the scale of the analysis.
///
/// @param studies how many were pooled
/// @param estimate the effect
/// @param standardError of it
/// @param interval its confidence interval, where it has one
/// @param statistic z or t, where the standard error is above 0
/// @param pValue two-sided, against no effect
/// @param degreesOfFreedom of t, 0 for z
/// @param heterogeneity between the studies
/// @param weights of the studies in percent, in their order
public record PooledEffect(
    int studies,
    double estimate,
    double standardError,
    Estimation<ConfidenceInterval> interval,
    Estimation<Double> statistic,
    Estimation<Double> pValue,
    int degreesOfFreedom,
    Heterogeneity heterogeneity,
    List<Double> weights) {
  public PooledEffect {
    weights = List.copyOf(weights);
  }
}
