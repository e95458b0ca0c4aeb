package org.myocohort.statistics.counts;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// McNemar's test of paired two-level answers: do as many change one way as the other?
///
///     p exact: Binomial(b + c, 1/2) at b            b: first level then second, c: the other way
///     chi-squared = (|b - c| - 1)^2 / (b + c)       with continuity correction, as R
///
/// - **Result:** statistic `b` (exact) or chi-squared (asymptotic); p as R's `binom.test(b, b +
///   c)`; `p_asymptotic` and `chi_squared` as R's `mcnemar.test`; `mid_p`; estimate the conditional
///   odds ratio `b / c` with its exact interval, as `exact2x2::mcnemar.exact`.
/// - **Special cases:** nobody changed: no answer (R: NaN).
/// - **Source:** McNemar Q. Psychometrika 1947;12:153-157, doi:10.1007/BF02295996. Mid-p: Fagerland
///   MW, Lydersen S, Laake P. BMC Med Res Methodol 2013;13:91, doi:10.1186/1471-2288-13-91.
public final class McNemarTest {
  private McNemarTest() {}

  /// Tests a table of pairs.
  ///
  /// @param unchanged pairs with the same level twice
  /// @param b pairs with the first level, then the second
  /// @param c pairs with the second level, then the first
  public static TestResult of(int unchanged, int b, int c, TestOptions options) {
    int discordant = b + c;
    int n = unchanged + discordant;
    TestResult.Builder answer =
        TestResult.of(n).further("discordant", discordant).further("b", b).further("c", c);
    if (n == 0) {
      return answer.none(Absence.NO_VALUES).build();
    }
    answer
        .remark(Topic.PAIRS_INDEPENDENT)
        .remark(Topic.DISCORDANT_ONLY)
        .remark(Topic.DISCORDANT_DIRECTION);
    if (discordant == 0) {
      return answer.none(Absence.NO_CHANGE).build();
    }
    Alternative alternative = options.alternative();
    BinomialDistribution half = BinomialDistribution.of(discordant, 0.5);
    double less = half.cumulativeProbability(b);
    double greater = half.cumulativeProbability(c);
    double same = half.probability(b) / 2;
    Tails exact = Tails.symmetric(less, greater);
    Tails middle = Tails.symmetric(less - same, greater - same);
    double away = Math.max(0, Math.abs(b - c) - (b == c ? 0 : 1));
    double chiSquared = away * away / discordant;
    double asymptotic = ChiSquaredDistribution.of(1).survivalProbability(chiSquared);
    if (options.computation() instanceof Computation.Asymptotic) {
      answer
          .statistic(chiSquared)
          .p(asymptotic, Calculation.ASYMPTOTIC)
          .remark(Topic.CONTINUITY_CORRECTED);
    } else {
      answer.statistic(b).p(exact.p(alternative), Calculation.EXACT);
    }
    ConfidenceInterval limits =
        IntervalChoice.CLOPPER_PEARSON.interval(b, discordant, alternative, options.level());
    return answer
        .estimate(c == 0 ? Quantity.of(Double.POSITIVE_INFINITY) : Quantity.of((double) b / c))
        .limits(
            BinomialTest.odds(limits.lower()), BinomialTest.odds(limits.upper()), options.level())
        .further("mid_p", middle.p(alternative))
        .further("chi_squared", chiSquared)
        .further("p_asymptotic", asymptotic)
        .build();
  }
}
