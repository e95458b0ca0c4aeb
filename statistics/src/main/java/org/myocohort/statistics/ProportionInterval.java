package org.myocohort.statistics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/// Two-sided confidence intervals for a proportion of independent trials.
///
/// - **Input:** `successes` in \[0, `trials`\], `trials >= 1`, `level` between 0 and 1.
/// - **Result:** limits in \[0, 1\].
/// - **Errors:** counts or level outside these limits; no interval is made up for 0 of 0.
/// - **Source:** Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Stat
///   Sci 2001;16:101-133, doi:10.1214/ss/1009213286. Evaluated by Apache Commons Statistics
///   `BinomialConfidenceInterval`.
public enum ProportionInterval {
  /// Exact: never covers less than the level. With `x` of `n`, the limits are quantiles of beta
  /// distributions: `alpha/2` of Beta(x, n-x+1) and `1-alpha/2` of Beta(x+1, n-x).
  ///
  /// For 0 of `n` the lower limit is 0, for `n` of `n` the upper one is 1; the other limit still
  /// leaves `alpha/2` on its side, as in R's `binom.test`.
  CLOPPER_PEARSON(BinomialConfidenceInterval.CLOPPER_PEARSON),
  /// Wilson's score interval without continuity correction, as `prop.test(correct = FALSE)`.
  WILSON(BinomialConfidenceInterval.WILSON_SCORE),
  /// Equal-tailed with Jeffreys' prior: `alpha/2` and `1-alpha/2` quantiles of Beta(x+1/2,
  /// n-x+1/2); the lower limit is 0 for 0 of `n`, the upper 1 for `n` of `n`.
  JEFFREYS(BinomialConfidenceInterval.JEFFREYS);

  private final BinomialConfidenceInterval method;

  ProportionInterval(BinomialConfidenceInterval method) {
    this.method = method;
  }

  /// The interval for `successes` of `trials` at a confidence level such as 0.95.
  public ConfidenceInterval interval(int successes, int trials, double level) {
    if (!(trials >= 1)) {
      throw new IllegalArgumentException("trials must be at least 1 but was " + trials);
    }
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "successes must be in [0, %d] but was %d".formatted(trials, successes));
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
    Interval limits = method.fromErrorRate(trials, successes, 1 - level);
    return new ConfidenceInterval(limits.getLowerBound(), limits.getUpperBound(), level);
  }
}
