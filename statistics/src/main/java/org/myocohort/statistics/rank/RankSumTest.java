package org.myocohort.statistics.rank;

import java.util.Arrays;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Permuted;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.resampling.Shuffles;

/// The rank-sum test of Wilcoxon, Mann and Whitney, with the Hodges-Lehmann estimate of the shift.
///
///     W = sum of the midranks of the first group - m (m + 1) / 2
///
/// The exact probability counts all choices of `m` of the ranks that were seen, ties included. With
/// ties the distribution need not be symmetric; two-sided are the choices whose rank sum is as far
/// from its expectation as the one seen, or farther: as `exactRankTests::wilcox.exact` and
/// `coin::wilcox_test(distribution = "exact")`, and without ties as R's `wilcox.test`. With ties
/// R's `wilcox.test` gives the normal approximation with continuity correction: `p_asymptotic`.
///
/// - **Input:** two groups; infinite values stand for "beyond the limit" and are ranked at the end.
/// - **Result:** statistic `W`; estimate of `x - y`; `superiority`, the probability that a value of
///   the first group is larger than one of the second, ties by half; `rank_biserial = 2 superiority
///   - 1` with limits by Fisher's z.
/// - **Special cases:** a group without values: no answer. All values equal: p = 1, the only
///   possible outcome (as `wilcox.exact`; R's `wilcox.test` gives NaN).
/// - **Source:** Mann HB, Whitney DR. Ann Math Stat 1947;18:50-60, doi:10.1214/aoms/1177730491.
///   Effect size: Wendt HW. Eur J Soc Psychol 1972;2:463-465; its limits as the R package
///   effectsize 0.8.3, `rank_biserial`.
public final class RankSumTest {
  private RankSumTest() {}

  /// Tests the first group against the second.
  ///
  /// @param shift the null hypothesis: the first less the second, most often 0
  public static TestResult of(double[] x, double[] y, double shift, TestOptions options) {
    int m = x.length;
    int n = y.length;
    TestResult.Builder answer = TestResult.of(m + n).further("n_x", m).further("n_y", n);
    if (m == 0 || n == 0) {
      return answer.none(m + n == 0 ? Absence.NO_VALUES : Absence.EMPTY_GROUP).build();
    }
    double[] pooled = new double[m + n];
    for (int i = 0; i < m; i++) {
      pooled[i] = Double.isFinite(x[i]) ? DecimalDifference.of(x[i], shift) : x[i];
    }
    System.arraycopy(y, 0, pooled, m, n);
    Midranks midranks = Midranks.of(pooled);
    int[] doubled = midranks.doubled();
    int first = Arrays.stream(doubled).limit(m).sum();
    double w = first / 2.0 - m * (m + 1.0) / 2;
    answer.statistic(w);
    probability(answer, midranks, first, m, n, options);
    answer.remark(Topic.GROUPS_INDEPENDENT);
    if (midranks.constant()) {
      answer.remark(Topic.ALL_EQUAL_DEGENERATE);
    } else if (midranks.tied()) {
      answer.remark(Topic.TIES).remark(Topic.BASE_R_APPROXIMATES);
    }
    answer.further("superiority", w / ((double) m * n));
    double error = Math.sqrt((m + n + 1.0) / (3.0 * m * n));
    RankBiserial.add(answer, 2 * w / ((double) m * n) - 1, error, options);
    locate(answer, x, y, midranks.tied(), options);
    return answer.build();
  }

  private static void locate(
      TestResult.Builder answer, double[] x, double[] y, boolean tied, TestOptions options) {
    boolean sized =
        Arrays.stream(x).allMatch(Double::isFinite) && Arrays.stream(y).allMatch(Double::isFinite);
    if (!sized) {
      Quantity none = Quantity.missing(Absence.ONLY_ORDER_KNOWN);
      answer.estimate(none).limits(none, none, options.level()).remark(Topic.LIMITS_RANKED);
    } else if (Shift.feasible((long) x.length * y.length)) {
      answer.remark(Topic.SHIFT_MODEL).remark(Topic.SHIFT_DIRECTION);
      ShiftAnswer.add(answer, Shift.ofTwo(x, y, options), tied, options);
    }
  }

  private static void probability(
      TestResult.Builder answer, Midranks midranks, int first, int m, int n, TestOptions options) {
    double size = (double) m + n;
    double mean = m * (size + 1) / 2;
    double variance = (double) m * n / 12 * (size + 1 - midranks.tieSum() / (size * (size - 1)));
    Tails approximate =
        midranks.constant()
            ? new Tails(1, 1, 1)
            : NormalApproximation.tails(first / 2.0 - mean, Math.sqrt(variance), 0.5);
    double asymptotic = approximate.p(options.alternative());
    Quantity missing = Quantity.missing(Absence.ALL_EQUAL);
    answer.further(
        "z",
        midranks.constant() ? missing : Quantity.of((first / 2.0 - mean) / Math.sqrt(variance)));
    switch (options.computation()) {
      case Computation.Exact _ -> {
        if (RankSubsets.feasible(m, n)) {
          Tails exact = tails(midranks, first, m, n);
          answer
              .p(exact.p(options.alternative()), Calculation.EXACT)
              .remark(Topic.GROUP_LABELS, m, m + n);
          if (midranks.tied()) {
            answer
                .further("p_doubled", Math.min(1, 2 * Math.min(exact.less(), exact.greater())))
                .remark(Topic.TWO_SIDED_DISTANCE);
          }
        } else {
          answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.TOO_LARGE_FOR_EXACT);
        }
      }
      case Computation.Asymptotic _ ->
          answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.CONTINUITY_CORRECTED);
      case Computation.Permutations asked -> {
        double[] ranks = midranks.ranks();
        Permuted.add(
            answer,
            asked,
            options.alternative(),
            first / 2.0,
            mean,
            () -> Shuffles.sumsOfChoices(ranks, m));
      }
    }
    answer.further("p_asymptotic", midranks.constant() ? missing : Quantity.of(asymptotic));
  }

  /// Counts the smaller group and turns the tails where that is the second.
  private static Tails tails(Midranks midranks, int first, int m, int n) {
    int[] ranks = midranks.doubled();
    int sum = m <= n ? first : Arrays.stream(ranks).sum() - first;
    if (!midranks.tied()) {
      sum /= 2;
      Arrays.setAll(ranks, i -> ranks[i] / 2);
    }
    Tails tails = RankSubsets.of(ranks, Math.min(m, n)).tails(sum);
    return m <= n ? tails : tails.mirrored();
  }
}
