package org.myocohort.statistics.meta.pooling;

import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;
import org.myocohort.statistics.meta.numeric.Probability;

/// Where the true effect of a further study is expected: `mu +- c sqrt(tau2 + se^2)`. Programs
/// differ in `c`, so the interval is named.
public enum PredictionMethod {
  /// t with k - 2 degrees of freedom. Higgins JPT, Thompson SG, Spiegelhalter DJ. J R Stat Soc A
  /// 2009;172:137-159, doi:10.1111/j.1467-985X.2008.00552.x; Riley RD, Higgins JPT, Deeks JJ. BMJ
  /// 2011;342:d549, doi:10.1136/bmj.d549.
  RILEY("t(k-2)"),
  /// t with k - 1 degrees of freedom.
  T_K_MINUS_1("t(k-1)"),
  /// Normal quantiles.
  NORMAL("z");

  private final String code;

  PredictionMethod(String code) {
    this.code = code;
  }

  /// The name as written in answers.
  public String code() {
    return code;
  }

  /// The interval of a pooled effect, from three studies on.
  public Estimation<ConfidenceInterval> interval(PooledEffect pooled, double level) {
    if (pooled.studies() < 3) {
      return Estimation.not(Reason.FEWER_THAN_THREE_STUDIES);
    }
    double critical =
        switch (this) {
          case RILEY -> Probability.tCritical(level, pooled.studies() - 2.0);
          case T_K_MINUS_1 -> Probability.tCritical(level, pooled.studies() - 1.0);
          case NORMAL -> Probability.normalCritical(level);
        };
    double se = pooled.standardError();
    double half = critical * Math.sqrt(pooled.heterogeneity().tauSquared() + se * se);
    return Double.isFinite(half)
        ? Estimation.of(
            new ConfidenceInterval(pooled.estimate() - half, pooled.estimate() + half, level))
        : Estimation.not(Reason.NO_FINITE_LIMIT);
  }
}
