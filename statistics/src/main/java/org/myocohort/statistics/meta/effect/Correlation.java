package org.myocohort.statistics.meta.effect;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.Reason;

/// A correlation of `n` pairs.
///
///     ZCOR = atanh r, v = 1/(n - 3)
///     COR = r,        v = (1 - r^2)^2/(n - 1)
///
/// - **Source:** Fisher RA. On the "probable error" of a coefficient of correlation deduced from a
///   small sample. Metron 1921;1:3-32.
///
/// @param r the correlation
/// @param n pairs
public record Correlation(double r, double n) implements StudyData {
  @Override
  public double size() {
    return n;
  }

  @Override
  public Estimation<Effect> effect(EffectMeasure measure, ZeroCells zeroCells) {
    if (!StudyData.areCounts(n)) {
      return Estimation.not(Reason.NOT_A_COUNT);
    }
    if (!(r > -1 && r < 1)) {
      return Estimation.not(Reason.CORRELATION_OUT_OF_RANGE);
    }
    return switch (measure) {
      case ZCOR ->
          n > 3
              ? Effect.of(0.5 * (Math.log1p(r) - Math.log1p(-r)), 1 / (n - 3))
              : Estimation.not(Reason.GROUP_TOO_SMALL);
      case COR -> {
        double rest = 1 - r * r;
        yield n > 1 ? Effect.of(r, rest * rest / (n - 1)) : Estimation.not(Reason.GROUP_TOO_SMALL);
      }
      default -> StudyData.doesNotFit();
    };
  }
}
