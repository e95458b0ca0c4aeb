package org.myocohort.statistics.counts;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// Events over time under observation: a rate with its exact interval, and the ratio of two.
///
///     lower = gamma quantile((1 - level)/2; x) / t
///     upper = gamma quantile((1 + level)/2; x + 1) / t
///
/// - **Result:** as R's `poisson.test`: two-sided are all counts not more probable than the one
///   seen. The ratio of two rates is tested by the binomial distribution of the events of the first
///   given all events; its limits follow from those of Clopper and Pearson.
/// - **Special cases:** no time: no answer. Ratio without events: no answer (R's estimate is NaN).
/// - **Source:** Garwood F. Biometrika 1936;28:437-442, doi:10.1093/biomet/28.3-4.437. Przyborowski
///   J, Wilenski H. Biometrika 1940;31:313-323, doi:10.1093/biomet/31.3-4.313.
public final class PoissonRate {
  private PoissonRate() {}

  /// One rate, tested against a given one.
  public static TestResult of(int events, double time, double rate, TestOptions options) {
    require(events, time);
    TestResult.Builder answer = TestResult.of(events).further("events", events);
    answer.further("total", time);
    if (!(time > 0)) {
      return answer.none(Absence.NO_VALUES).build();
    }
    Alternative alternative = options.alternative();
    ConfidenceInterval limits = garwood(events, alternative, options.level());
    return answer
        .statistic(events)
        .estimate(events / time)
        .limits(limits.lower() / time, limits.upper() / time, options.level())
        .p(tails(events, time * rate).p(alternative), Calculation.EXACT)
        .further("null", rate)
        .remark(Topic.RATE_CONSTANT)
        .remark(Topic.TWO_SIDED_PROBABILITY)
        .build();
  }

  /// The first rate over the second, tested against a given ratio.
  public static TestResult ratio(
      int events1, double time1, int events2, double time2, double ratio, TestOptions options) {
    require(events1, time1);
    require(events2, time2);
    int all = events1 + events2;
    TestResult.Builder answer =
        TestResult.of(all)
            .further("events_1", events1)
            .further("total_1", time1)
            .further("events_2", events2)
            .further("total_2", time2);
    if (!(time1 > 0 && time2 > 0)) {
      return answer.none(Absence.NO_VALUES).build();
    }
    rate(answer, "1", events1, time1, options.level());
    rate(answer, "2", events2, time2, options.level());
    if (all == 0) {
      return answer.none(Absence.NO_EVENT).remark(Topic.RATE_CONSTANT).build();
    }
    Alternative alternative = options.alternative();
    double share = ratio * time1 / (ratio * time1 + time2);
    ConfidenceInterval limits =
        IntervalChoice.CLOPPER_PEARSON.interval(events1, all, alternative, options.level());
    return answer
        .statistic(events1)
        .estimate(events1 / time1 / (events2 / time2))
        .limits(
            BinomialTest.odds(limits.lower()) * time2 / time1,
            BinomialTest.odds(limits.upper()) * time2 / time1,
            options.level())
        .p(BinomialTest.tails(events1, all, share).p(alternative), Calculation.EXACT)
        .further("null", ratio)
        .remark(Topic.RATE_CONSTANT)
        .remark(Topic.RATE_RATIO_CONDITIONAL)
        .remark(Topic.TWO_SIDED_PROBABILITY)
        .build();
  }

  private static void rate(
      TestResult.Builder answer, String which, int events, double time, double level) {
    ConfidenceInterval limits = garwood(events, Alternative.TWO_SIDED, level);
    answer
        .further("rate_" + which, events / time)
        .further("rate_" + which + "_lower", limits.lower() / time)
        .further("rate_" + which + "_upper", limits.upper() / time);
  }

  private static void require(int events, double time) {
    if (!(events >= 0)) {
      throw new IllegalArgumentException("events must be at least 0 but was " + events);
    }
    if (!(time >= 0)) {
      throw new IllegalArgumentException("time must be at least 0 but was " + time);
    }
  }

  /// Garwood's limits of the expected number of events.
  public static ConfidenceInterval garwood(int events, Alternative alternative, double level) {
    double below = alternative.belowLower(level);
    double above = alternative.aboveUpper(level);
    double lower =
        events == 0 || below == 0
            ? 0
            : GammaDistribution.of(events, 1).inverseCumulativeProbability(below);
    double upper =
        above == 0
            ? Double.POSITIVE_INFINITY
            : GammaDistribution.of(events + 1.0, 1).inverseSurvivalProbability(above);
    return new ConfidenceInterval(lower, upper, level);
  }

  /// The tails of R's `poisson.test`.
  private static Tails tails(int x, double mean) {
    if (mean == 0) {
      return new Tails(1, x == 0 ? 1 : 0, x == 0 ? 1 : 0);
    }
    PoissonDistribution counts = PoissonDistribution.of(mean);
    double less = counts.cumulativeProbability(x);
    double greater = counts.survivalProbability(x - 1);
    double limit = counts.probability(x) * BinomialTest.AS_PROBABLE;
    double twoSided;
    if (x == mean) {
      twoSided = 1;
    } else if (x < mean) {
      int other = (int) Math.ceil(mean);
      while (counts.probability(other) > limit) {
        other++;
      }
      twoSided = less + counts.survivalProbability(other - 1);
    } else {
      int other = (int) Math.floor(mean);
      while (other >= 0 && counts.probability(other) > limit) {
        other--;
      }
      twoSided = greater + counts.cumulativeProbability(other);
    }
    return new Tails(less, greater, twoSided);
  }
}
