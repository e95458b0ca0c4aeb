package org.myocohort.statistics.correlation;

import java.util.Arrays;
import java.util.Optional;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Permuted;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.Midranks;
import org.myocohort.statistics.resampling.MonteCarlo.Shuffle;
import org.myocohort.statistics.resampling.Shuffles;

/// Kendall's rank correlation, tau-b.
///
///     tau_b = S / sqrt( (n0 - n1) (n0 - n2) )     S = concordant - discordant pairs, n0 = n(n-1)/2
///
/// with `n1` and `n2` the pairs tied in `x` and in `y`.
///
/// - **Result:** statistic as R's `cor.test`: the concordant pairs `T` without ties, else the
///   normal deviate `z`. Without ties p is exact at any `n` to 1000 (by inversions); with ties it
///   counts all orders of the tied ranks where that can be done. With ties R gives the normal
///   approximation: `p_asymptotic` (without continuity correction).
/// - **Limits:** Fisher's z with the variance `0.437 / (n - 4)`; R gives none.
/// - **Special cases:** one column constant: no answer (R: NA). Fewer than 2 pairs: no answer.
/// - **Source:** Kendall MG. Rank correlation methods, 4th ed, 1970. Fieller EC, Hartley HO,
///   Pearson ES. Biometrika 1957;44:470-481, doi:10.1093/biomet/44.3-4.470.
public final class Kendall {
  private static final int MOST = 1000;

  private Kendall() {}

  /// The correlation of pairs; infinite values are ranked at the ends.
  public static TestResult of(double[] x, double[] y, TestOptions options) {
    int n = Pairs.count(x, y);
    Midranks first = Midranks.of(x);
    Midranks second = Midranks.of(y);
    Optional<Absence> none = Pairs.unanswerable(n, first.constant() || second.constant(), 2);
    if (none.isPresent()) {
      return TestResult.none(n, none.orElseThrow());
    }
    int[] groupsX = first.groups();
    int[] groupsY = second.groups();
    long s = score(groupsX, groupsY);
    double pairs = n * (n - 1.0) / 2;
    double tau =
        s
            / Math.sqrt(pairs - tiedPairs(first.groupSizes()))
            / Math.sqrt(pairs - tiedPairs(second.groupSizes()));
    tau = Math.clamp(tau, -1, 1);
    boolean tied = first.tied() || second.tied();
    double deviation = Math.sqrt(variance(first.groupSizes(), second.groupSizes(), n));
    double z = s / deviation;
    TestResult.Builder answer =
        TestResult.of(n)
            .statistic(tied ? z : (s + pairs) / 2)
            .estimate(tau)
            .further("score", (double) s)
            .further("z", z);
    double asymptotic = NormalApproximation.tails(z, 1, 0).p(options.alternative());
    switch (options.computation()) {
      case Computation.Asymptotic _ -> answer.p(asymptotic, Calculation.ASYMPTOTIC);
      case Computation.Exact _ -> {
        Optional<Tails> exact = tied ? tiedTails(first, second, s) : inversions(s, n);
        if (exact.isPresent()) {
          answer
              .p(exact.orElseThrow().p(options.alternative()), Calculation.EXACT)
              .remark(Topic.GROUP_LABELS, n, n);
          if (tied) {
            answer.remark(Topic.TWO_SIDED_DISTANCE);
          }
        } else {
          answer.p(asymptotic, Calculation.ASYMPTOTIC).remark(Topic.TOO_LARGE_FOR_EXACT);
        }
      }
      case Computation.Permutations asked ->
          Permuted.add(
              answer,
              asked,
              options.alternative(),
              (double) s,
              0,
              () -> orders(groupsX, second.ranks()));
    }
    answer.further("p_asymptotic", asymptotic).remark(Topic.PAIRS_INDEPENDENT);
    answer.remark(Topic.MONOTONE).remark(Topic.TAU_B);
    if (tied) {
      answer.remark(Topic.TIES).remark(Topic.BASE_R_APPROXIMATES);
    }
    FisherZ.add(answer, tau, 0.437 / (n - 4.0), n > 4, options);
    return answer.remark(Topic.FIELLER).build();
  }

  private static long score(int[] x, int[] y) {
    long score = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        score += (long) Integer.signum(x[i] - x[j]) * Integer.signum(y[i] - y[j]);
      }
    }
    return score;
  }

  private static double tiedPairs(int[] sizes) {
    return Arrays.stream(sizes).mapToDouble(t -> t * (t - 1.0) / 2).sum();
  }

  /// The variance of `S` given the ties of both columns.
  private static double variance(int[] x, int[] y, double n) {
    double base = n * (n - 1) * (2 * n + 5);
    double single =
        base
            - Arrays.stream(x).mapToDouble(t -> t * (t - 1.0) * (2.0 * t + 5)).sum()
            - Arrays.stream(y).mapToDouble(t -> t * (t - 1.0) * (2.0 * t + 5)).sum();
    double twice = 2 * tiedPairs(x) * 2 * tiedPairs(y) / (2 * n * (n - 1));
    double triples =
        Arrays.stream(x).mapToDouble(t -> t * (t - 1.0) * (t - 2.0)).sum()
            * Arrays.stream(y).mapToDouble(t -> t * (t - 1.0) * (t - 2.0)).sum();
    double thrice = triples == 0 ? 0 : triples / (9 * n * (n - 1) * (n - 2));
    return single / 18 + twice + thrice;
  }

  /// Without ties: permutations by their inversions, as R's `ckendall`.
  private static Optional<Tails> inversions(long score, int n) {
    if (n > MOST) {
      return Optional.empty();
    }
    double[] density = {1};
    for (int size = 2; size <= n; size++) {
      double[] next = new double[density.length + size - 1];
      double window = 0;
      for (int i = 0; i < next.length; i++) {
        window += i < density.length ? density[i] : 0;
        window -= i >= size ? density[i - size] : 0;
        next[i] = Math.max(0, window) / size;
      }
      density = next;
    }
    long concordant = (score + (long) n * (n - 1) / 2) / 2;
    double less = 0;
    double greater = 0;
    for (int i = 0; i < density.length; i++) {
      less += i <= concordant ? density[i] : 0;
      // Summed from the small end, like the other tail.
      greater += i <= density.length - 1 - concordant ? density[i] : 0;
    }
    return Optional.of(Tails.symmetric(less, greater));
  }

  private static Optional<Tails> tiedTails(Midranks first, Midranks second, long seen) {
    RankScores x = RankScores.of(first);
    RankScores y = RankScores.of(second);
    RankScores rows = x.states() >= y.states() ? x : y;
    RankScores columns = x.states() >= y.states() ? y : x;
    return TiedPermutations.tails(
        rows.sizes(),
        columns.sizes(),
        (_, column, used) -> {
          int added = 0;
          for (int j = 0; j < used.length; j++) {
            added += Integer.signum(column - j) * used[j];
          }
          return added;
        },
        (int) seen,
        0);
  }

  private static Shuffle orders(int[] x, double[] y) {
    double[] scratch = y.clone();
    return random -> {
      Shuffles.shuffle(scratch, random);
      double score = 0;
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < i; j++) {
          score += Integer.signum(x[i] - x[j]) * Math.signum(scratch[i] - scratch[j]);
        }
      }
      return score;
    };
  }
}
