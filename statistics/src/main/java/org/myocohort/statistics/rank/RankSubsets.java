package org.myocohort.statistics.rank;

import java.util.Arrays;
import org.myocohort.statistics.inference.Tails;

/// The distribution of the sum of `m` of `N` ranks, each choice being equally likely, whatever the
/// ranks: the conditional distribution given ties.
///
///     f_i(k, s) = f_{i-1}(k, s) + f_{i-1}(k - 1, s - r_i)
///
/// - **Cost:** about `(m (N - m))^2 / 2` steps with doubled midranks.
/// - **Source:** Streitberg B, Roehmel J. Stat Softw Newsl 1986;12:10-17 (the shift algorithm).
public final class RankSubsets {
  private static final double MOST_STEPS = 3e9;
  private static final int MOST_RANKS = 1000;

  private final double[] counts;
  private final long smallest;
  private final double total;
  private final int chosen;
  private final int size;
  private final long rankSum;

  private RankSubsets(double[] counts, long smallest, int chosen, int size, long rankSum) {
    this.counts = counts;
    this.smallest = smallest;
    this.chosen = chosen;
    this.size = size;
    this.rankSum = rankSum;
    this.total = Arrays.stream(counts).sum();
  }

  /// Whether it can be worked out in a few seconds.
  static boolean feasible(int m, int n) {
    double pairs = (double) m * n;
    return m + n <= MOST_RANKS && pairs * pairs <= MOST_STEPS;
  }

  /// The distribution of the sum of `m` of these whole ranks.
  static RankSubsets of(int[] ranks, int m) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int size = sorted.length;
    int[] least = new int[m + 1];
    int[] most = new int[m + 1];
    for (int k = 1; k <= m; k++) {
      least[k] = least[k - 1] + sorted[k - 1];
      most[k] = most[k - 1] + sorted[size - k];
    }
    double[][] counts = new double[m + 1][];
    for (int k = 0; k <= m; k++) {
      counts[k] = new double[most[k] - least[k] + 1];
    }
    counts[0][0] = 1;
    int[] reached = new int[m + 1]; // the largest sum of k of those taken so far
    for (int i = 0; i < size; i++) {
      int rank = sorted[i];
      for (int k = Math.min(m, i + 1); k >= Math.max(1, m - (size - 1 - i)); k--) {
        int shift = rank + least[k - 1] - least[k];
        int width = reached[k - 1] - least[k - 1];
        double[] from = counts[k - 1];
        double[] into = counts[k];
        for (int s = 0; s <= width; s++) {
          into[s + shift] += from[s];
        }
        reached[k] = reached[k - 1] + rank;
      }
    }
    return new RankSubsets(
        counts[m], least[m], m, size, Arrays.stream(sorted).asLongStream().sum());
  }

  /// The distribution without ties: `m` of the ranks 1 to `m + n`, as R's `pwilcox` plus `m (m + 1)
  /// / 2`.
  static RankSubsets untied(int m, int n) {
    int[] ranks = new int[m + n];
    Arrays.setAll(ranks, i -> i + 1);
    return of(ranks, m);
  }

  /// The tails of a sum; as far from the expectation is what counts as two-sided.
  Tails tails(long sum) {
    double less = 0;
    double greater = 0;
    double far = 0;
    long away = Math.abs(size * sum - chosen * rankSum);
    for (int i = 0; i < counts.length; i++) {
      long other = smallest + i;
      less += other <= sum ? counts[i] : 0;
      greater += other >= sum ? counts[i] : 0;
      far += Math.abs(size * other - chosen * rankSum) >= away ? counts[i] : 0;
    }
    return new Tails(less / total, greater / total, far / total);
  }

  /// The probability of a sum not above the smallest one plus `excess`.
  double atMost(int excess) {
    double sum = 0;
    for (int i = 0; i <= Math.min(excess, counts.length - 1); i++) {
      sum += counts[i];
    }
    return sum / total;
  }

  /// The smallest excess over the smallest sum whose cumulative probability reaches `p`, as R's
  /// `qwilcox`.
  int quantile(double p) {
    double sum = 0;
    int i = 0;
    while (true) {
      sum += counts[i];
      if (sum / total >= p * (1 - 1e-14)) {
        return i;
      }
      i++;
    }
  }
}
