package org.myocohort.statistics.rank;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
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

/// The sign test of differences, with their median and its interval by order statistics.
///
///     S = number of positive differences, Binomial(n - zeros, 1/2)
///     lower = d[q], upper = d[n + 1 - q],  q the (1 - level)/2 quantile of Binomial(n, 1/2)
///
/// - **Input:** differences; infinite ones have a sign and an order, no size.
/// - **Result:** statistic `S`, p as R's `binom.test(S, n - zeros)`, estimate the median of all
///   differences, zeros included; `proportion_positive` of the others with exact limits.
/// - **Special cases:** no difference but zero: no p. Limits that cannot have the level are
///   infinite.
/// - **Source:** Conover WJ. Practical nonparametric statistics, 3rd ed, 1999, section 3.4;
///   interval as `DescTools::SignTest`: David HA, Nagaraja HN. Order statistics, 2003, section 7.1.
public final class SignTest {
  private SignTest() {}

  /// Tests whether the median is the null value.
  public static TestResult of(double[] values, double nullMedian, TestOptions options) {
    int n = values.length;
    if (n == 0) {
      return TestResult.none(0, Absence.NO_VALUES);
    }
    int positive = 0;
    int zeros = 0;
    for (double value : values) {
      positive += value > nullMedian ? 1 : 0;
      zeros += value == nullMedian ? 1 : 0;
    }
    int nonZero = n - zeros;
    TestResult.Builder answer =
        TestResult.of(n).further("n_nonzero", nonZero).further("zeros", zeros);
    if (nonZero == 0) {
      answer.none(Absence.ALL_ZERO);
    } else {
      Tails exact = tails(positive, nonZero);
      Tails normal =
          NormalApproximation.tails(positive - nonZero / 2.0, Math.sqrt(nonZero) / 2, 0.5);
      double asymptotic = normal.p(options.alternative());
      answer.statistic(positive);
      if (options.computation() instanceof Computation.Asymptotic) {
        answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.CONTINUITY_CORRECTED);
      } else {
        answer.p(exact.p(options.alternative()), Calculation.EXACT);
      }
      ConfidenceInterval share =
          ProportionInterval.CLOPPER_PEARSON.interval(positive, nonZero, options.level());
      answer
          .further("p_asymptotic", asymptotic)
          .further("proportion_positive", (double) positive / nonZero)
          .further("proportion_lower", share.lower())
          .further("proportion_upper", share.upper());
    }
    answer.remark(Topic.PAIRS_INDEPENDENT).remark(Topic.DIFFERENCES_DECIMAL);
    if (zeros > 0) {
      answer.remark(Topic.ZEROS_DROPPED, zeros);
    }
    median(answer, values, options);
    return answer.build();
  }

  /// As R's `binom.test(positive, n)`: symmetric.
  private static Tails tails(int positive, int n) {
    BinomialDistribution distribution = BinomialDistribution.of(n, 0.5);
    return Tails.symmetric(
        distribution.cumulativeProbability(positive),
        distribution.cumulativeProbability(n - positive));
  }

  private static void median(TestResult.Builder answer, double[] values, TestOptions options) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double median = Shift.median(sorted);
    answer.estimate(sized(median));
    BinomialDistribution distribution = BinomialDistribution.of(n, 0.5);
    int low = index(distribution, options.alternative().belowLower(options.level()));
    int high = index(distribution, options.alternative().aboveUpper(options.level()));
    double missed = 0;
    missed += low > 0 ? distribution.cumulativeProbability(low - 1) : 0;
    missed += high > 0 ? distribution.cumulativeProbability(high - 1) : 0;
    answer.limits(
        low > 0 ? sized(sorted[low - 1]) : Quantity.of(Double.NEGATIVE_INFINITY),
        high > 0 ? sized(sorted[n - high]) : Quantity.of(Double.POSITIVE_INFINITY),
        options.level());
    boolean unattainable =
        (options.alternative() != Alternative.LESS && low == 0)
            || (options.alternative() != Alternative.GREATER && high == 0);
    if (unattainable) {
      int sides = options.alternative() == Alternative.TWO_SIDED ? 2 : 1;
      double widest = 1 - sides * distribution.probability(0);
      answer
          .further("achieved_level", Quantity.missing(Absence.TOO_FEW_VALUES))
          .remark(Topic.LEVEL_NOT_ATTAINABLE, options.level(), widest);
    } else {
      answer
          .further("achieved_level", 1 - missed)
          .remark(Topic.ACHIEVED_LEVEL, options.level(), 1 - missed);
    }
  }

  /// A value without a size is infinite: only its sign is known.
  private static Quantity sized(double value) {
    return Double.isFinite(value) ? Quantity.of(value) : Quantity.missing(Absence.ONLY_ORDER_KNOWN);
  }

  private static int index(BinomialDistribution distribution, double tail) {
    if (!(tail > 0)) {
      return 0;
    }
    int q = 0;
    while (distribution.cumulativeProbability(q) < tail * (1 - 1e-14)) {
      q++;
    }
    return q;
  }
}
