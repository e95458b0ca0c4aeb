package org.myocohort.statistics.rank;

import java.util.Arrays;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Permuted;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.resampling.MonteCarlo.Shuffle;

/// Wilcoxon's signed-rank test of differences, with the Hodges-Lehmann estimate of their shift.
///
///     V = sum of the midranks of |d| over the positive differences
///
/// The exact probability counts all `2^n` signs of the ranks that were seen, ties and Pratt's zeros
/// included; it equals `exactRankTests::wilcox.exact` and `coin::wilcoxsign_test(distribution =
/// "exact")`, and without ties and zeros R's `wilcox.test`. With ties or zeros R's `wilcox.test`
/// gives the normal approximation with continuity correction: that is `p_asymptotic`.
///
/// - **Input:** finite differences; zeros as [ZeroMethod] says.
/// - **Result:** statistic `V`; estimate and interval of the median of the Walsh averages of the
///   differences that the test used (zeros dropped with them, as R does); `rank_biserial` in \[-1,
///   1\], positive where the differences are, with limits by Fisher's z.
/// - **Special cases:** no difference but zero: no answer, as R (NaN).
/// - **Source:** Wilcoxon F. Biometrics Bull 1945;1:80-83, doi:10.2307/3001968. Effect size: King
///   BM, Rosopa PJ, Minium EW. Statistical reasoning in the behavioral sciences, 2018; its limits
///   as the R package effectsize 0.8.3, `rank_biserial(paired = TRUE)`.
public final class SignedRankTest {
  private SignedRankTest() {}

  /// Tests the differences against a shift.
  ///
  /// @param shift the null hypothesis, most often 0
  public static TestResult of(
      double[] values, double shift, ZeroMethod zeros, TestOptions options) {
    int n = values.length;
    if (n == 0) {
      return TestResult.none(0, Absence.NO_VALUES);
    }
    double[] centred =
        Arrays.stream(values).map(value -> DecimalDifference.of(value, shift)).toArray();
    double[] nonZero = Arrays.stream(centred).filter(each -> each != 0).toArray();
    int zeroCount = n - nonZero.length;
    TestResult.Builder answer =
        TestResult.of(n).further("n_nonzero", nonZero.length).further("zeros", zeroCount);
    if (nonZero.length == 0) {
      return answer.none(Absence.ALL_ZERO).remark(Topic.PAIRS_INDEPENDENT).build();
    }
    double[] ranked = zeros == ZeroMethod.DROP ? nonZero : centred;
    Midranks midranks = Midranks.of(Arrays.stream(ranked).map(Math::abs).toArray());
    int[] all = midranks.doubled();
    int[] ranks = new int[nonZero.length];
    int positive = 0;
    int next = 0;
    for (int i = 0; i < ranked.length; i++) {
      if (ranked[i] != 0) {
        ranks[next++] = all[i];
        positive += ranked[i] > 0 ? all[i] : 0;
      }
    }
    boolean tied = Midranks.of(Arrays.stream(nonZero).map(Math::abs).toArray()).tied();
    probability(answer, ranks, positive, options);
    remarks(answer, tied, zeroCount, zeros);
    effect(answer, ranks, positive, options);
    if (Shift.feasible(ranked.length * (ranked.length + 1L) / 2)) {
      Shift found = Shift.ofOne(ranked, options);
      ShiftAnswer.add(answer, moved(found, shift), tied || zeroCount > 0, options);
      if (zeroCount > 0 && zeros == ZeroMethod.DROP) {
        answer.remark(Topic.ZEROS_IN_SHIFT);
      }
    }
    return answer.build();
  }

  private static Shift moved(Shift from, double by) {
    return by == 0
        ? from
        : new Shift(
            from.estimate() + by,
            from.lower() + by,
            from.upper() + by,
            from.achievedLevel(),
            from.widestLower() + by,
            from.widestUpper() + by,
            from.widestLevel(),
            from.exact());
  }

  private static void probability(
      TestResult.Builder answer, int[] ranks, int positive, TestOptions options) {
    double mean = Arrays.stream(ranks).sum() / 4.0;
    double deviation =
        Math.sqrt(Arrays.stream(ranks).mapToDouble(rank -> (double) rank * rank).sum()) / 4;
    double sum = positive / 2.0;
    Tails approximate = NormalApproximation.tails(sum - mean, deviation, 0.5);
    double asymptotic = approximate.p(options.alternative());
    answer.statistic(sum).further("z", (sum - mean) / deviation);
    switch (options.computation()) {
      case Computation.Exact _ -> {
        if (ranks.length <= SignFlips.MOST) {
          Tails exact = SignFlips.of(ranks).tails(positive);
          answer
              .p(exact.p(options.alternative()), Calculation.EXACT)
              .remark(Topic.SIGN_FLIPS, ranks.length);
        } else {
          answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.TOO_LARGE_FOR_EXACT);
        }
      }
      case Computation.Asymptotic _ ->
          answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.CONTINUITY_CORRECTED);
      case Computation.Permutations asked ->
          Permuted.add(
              answer, asked, options.alternative(), positive, 2 * mean, () -> flips(ranks));
    }
    answer.further("p_asymptotic", asymptotic);
  }

  private static Shuffle flips(int[] ranks) {
    return random -> {
      long sum = 0;
      long bits = 0;
      for (int i = 0; i < ranks.length; i++) {
        if ((i & 63) == 0) {
          bits = random.nextLong();
        }
        sum += (bits & 1) * ranks[i];
        bits >>>= 1;
      }
      return sum;
    };
  }

  private static void remarks(
      TestResult.Builder answer, boolean tied, int zeroCount, ZeroMethod zeros) {
    answer.remark(Topic.PAIRS_INDEPENDENT).remark(Topic.SYMMETRIC_DIFFERENCES);
    answer.remark(Topic.DIFFERENCES_DECIMAL);
    if (tied) {
      answer.remark(Topic.TIES);
    }
    if (zeroCount > 0) {
      answer.remark(zeros == ZeroMethod.DROP ? Topic.ZEROS_DROPPED : Topic.ZEROS_PRATT, zeroCount);
    }
    if (tied || zeroCount > 0) {
      answer.remark(Topic.BASE_R_APPROXIMATES);
    }
  }

  private static void effect(
      TestResult.Builder answer, int[] ranks, int positive, TestOptions options) {
    double total = Arrays.stream(ranks).sum();
    double biserial = (2 * positive - total) / total;
    double n = ranks.length;
    double error = Math.sqrt((2 * n * n * n + 3 * n * n + n) / 6) / ((n * n + n) / 2);
    RankBiserial.add(answer, biserial, error, options);
  }
}
