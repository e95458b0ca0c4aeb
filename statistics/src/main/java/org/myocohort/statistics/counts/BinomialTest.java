package org.myocohort.statistics.counts;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// A proportion with its interval, and its test against a given one.
///
/// - **Result:** statistic the events, estimate events / total, p as R's `binom.test`: two-sided
///   are all counts not more probable than the one seen.
/// - **Special cases:** 0 of 0: no answer.
/// - **Source:** Clopper CJ, Pearson ES. Biometrika 1934;26:404-413, doi:10.1093/biomet/26.4.404.
public final class BinomialTest {
  /// Counts as probable as the one seen but for rounding count, as in R.
  static final double AS_PROBABLE = 1 + 1e-7;

  private BinomialTest() {}

  /// Tests `events` of `total` against a proportion.
  public static TestResult of(
      int events, int total, double proportion, IntervalChoice choice, TestOptions options) {
    if (!(events >= 0 && events <= total)) {
      throw new IllegalArgumentException(
          "events must be in [0, %d] but was %d".formatted(total, events));
    }
    if (!(proportion >= 0 && proportion <= 1)) {
      throw new IllegalArgumentException("proportion must be in [0, 1] but was " + proportion);
    }
    TestResult.Builder answer = TestResult.of(total).further("events", events);
    if (total == 0) {
      return answer.none(Absence.NO_VALUES).build();
    }
    Alternative alternative = options.alternative();
    ConfidenceInterval limits = choice.interval(events, total, alternative, options.level());
    answer
        .statistic(events)
        .estimate((double) events / total)
        .limits(limits.lower(), limits.upper(), options.level())
        .further("null", proportion);
    double spread = Math.sqrt(total * proportion * (1 - proportion));
    double away = events - total * proportion;
    // As prop.test: half a unit towards the expectation, never beyond it, for every alternative.
    double z = Math.signum(away) * Math.max(0, Math.abs(away) - 0.5) / spread;
    Quantity asymptotic =
        spread > 0
            ? Quantity.of(NormalApproximation.tails(z, 1, 0).p(alternative))
            : Quantity.missing(Absence.NOT_GIVEN);
    if (options.computation() instanceof Computation.Asymptotic) {
      answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.CONTINUITY_CORRECTED);
    } else {
      answer
          .p(tails(events, total, proportion).p(alternative), Calculation.EXACT)
          .remark(Topic.TWO_SIDED_PROBABILITY);
    }
    answer
        .further("p_asymptotic", asymptotic)
        .remark(Topic.TRIALS_INDEPENDENT)
        .remark(Topic.INTERVAL_METHOD, choice.code());
    if (choice == IntervalChoice.BLAKER && alternative != Alternative.TWO_SIDED) {
      answer.remark(Topic.BLAKER_TWO_SIDED);
    }
    return answer.build();
  }

  /// The tails of R's `binom.test`.
  static Tails tails(int x, int n, double p) {
    BinomialDistribution counts = BinomialDistribution.of(n, p);
    double limit = counts.probability(x) * AS_PROBABLE;
    double twoSided = 0;
    if (n <= 100_000) {
      for (int i = 0; i <= n; i++) {
        double each = counts.probability(i);
        twoSided += each <= limit ? each : 0;
      }
    } else {
      twoSided = farTails(counts, x, n, n * p, limit);
    }
    return new Tails(counts.cumulativeProbability(x), counts.survivalProbability(x - 1), twoSided);
  }

  /// For large `n`: the other tail begins where the probability falls to the one seen.
  private static double farTails(
      BinomialDistribution counts, int x, int n, double mean, double limit) {
    if (x == mean) {
      return 1;
    }
    boolean low = x < mean;
    int from = low ? (int) Math.ceil(mean) : 0;
    int to = low ? n : (int) Math.floor(mean);
    while (from < to) {
      int middle = from + (to - from) / 2;
      boolean outside = counts.probability(middle) <= limit;
      if (low == outside) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    boolean outside = counts.probability(from) <= limit;
    if (low) {
      return counts.cumulativeProbability(x) + (outside ? counts.survivalProbability(from - 1) : 0);
    }
    return counts.survivalProbability(x - 1) + counts.cumulativeProbability(from - 1);
  }

  /// The odds of a share.
  static double odds(double share) {
    return share >= 1 ? Double.POSITIVE_INFINITY : share / (1 - share);
  }
}
