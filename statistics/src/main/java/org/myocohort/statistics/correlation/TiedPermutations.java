package org.myocohort.statistics.correlation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.myocohort.statistics.inference.Tails;

/// The distribution of a whole-numbered statistic of two rankings when one is put in random order,
/// with any ties: all ways to share out the tie groups of `y` to those of `x` are counted.
///
/// The tie groups of `x` are taken one after the other; a state is how many of each tie group of
/// `y` are used up. Ways that lead to the same state are counted together.
///
/// - **Cost:** grows with the product of (size + 1) over the tie groups of `y`: 16 values without
///   ties take about a second. Given up beyond a fixed number of steps, the same on any machine.
final class TiedPermutations {
  private static final double MOST_STEPS = 1.5e9;

  /// What a tie group of `x` adds when it gets the next element of a tie group of `y`.
  @FunctionalInterface
  interface Score {
    /// The units that one element adds.
    ///
    /// @param row tie group of `x`
    /// @param column tie group of `y`
    /// @param used how many of each tie group of `y` went to earlier tie groups of `x`
    int of(int row, int column, int[] used);
  }

  private final int[] rows;
  private final int[] columns;
  private final long[] radix;
  private final Score score;
  private double steps;

  private TiedPermutations(int[] rows, int[] columns, Score score) {
    this.rows = rows;
    this.columns = columns;
    this.score = score;
    this.radix = new long[columns.length + 1];
    radix[0] = 1;
    for (int j = 0; j < columns.length; j++) {
      radix[j + 1] = radix[j] * (columns[j] + 1L);
    }
  }

  /// Numbers of ways by the statistic.
  private static final class Ways {
    private int offset;
    private double[] counts = {};

    static Ways start() {
      Ways ways = new Ways();
      ways.counts = new double[] {1};
      return ways;
    }

    void add(Ways other, int shift, double weight) {
      int from = other.offset + shift;
      int to = from + other.counts.length;
      if (counts.length == 0) {
        offset = from;
        counts = new double[other.counts.length];
      } else if (from < offset || to > offset + counts.length) {
        int low = Math.min(from, offset);
        int high = Math.max(to, offset + counts.length);
        double[] wider = new double[high - low];
        System.arraycopy(counts, 0, wider, offset - low, counts.length);
        counts = wider;
        offset = low;
      }
      for (int i = 0; i < other.counts.length; i++) {
        counts[from - offset + i] += weight * other.counts[i];
      }
    }
  }

  /// The tails of the statistic seen; as far from `centre` is what counts as two-sided.
  ///
  /// @param rows the sizes of the tie groups of `x`, in order
  /// @param columns those of `y`
  /// @return empty where there are too many ways to count
  static Optional<Tails> tails(int[] rows, int[] columns, Score score, int seen, double centre) {
    double states = 1;
    for (int size : columns) {
      states *= size + 1.0;
    }
    if (states > MOST_STEPS) {
      return Optional.empty();
    }
    return new TiedPermutations(rows, columns, score).count(seen, centre);
  }

  private Optional<Tails> count(int seen, double centre) {
    Map<Long, Ways> states = new LinkedHashMap<>();
    states.put(0L, Ways.start());
    for (int row = 0; row < rows.length; row++) {
      Map<Long, Ways> next = new LinkedHashMap<>();
      for (Map.Entry<Long, Ways> state : states.entrySet()) {
        int[] used = used(state.getKey());
        share(row, 0, rows[row], used, new long[] {state.getKey()}, 0, 1, state, next);
        if (steps > MOST_STEPS) {
          return Optional.empty();
        }
      }
      states = next;
    }
    Ways all = states.values().iterator().next();
    double total = Arrays.stream(all.counts).sum();
    double less = 0;
    double greater = 0;
    double far = 0;
    double away = Math.abs(seen - centre) - 1e-9;
    for (int i = 0; i < all.counts.length; i++) {
      int value = all.offset + i;
      less += value <= seen ? all.counts[i] : 0;
      greater += value >= seen ? all.counts[i] : 0;
      far += Math.abs(value - centre) >= away ? all.counts[i] : 0;
    }
    return Optional.of(new Tails(less / total, greater / total, far / total));
  }

  private int[] used(long state) {
    int[] used = new int[columns.length];
    long rest = state;
    for (int j = 0; j < columns.length; j++) {
      used[j] = (int) (rest % (columns[j] + 1L));
      rest /= columns[j] + 1L;
    }
    return used;
  }

  /// Shares what is left of a tie group of `x` out to the tie groups of `y` from a column on.
  private void share(
      int row,
      int column,
      int left,
      int[] used,
      long[] state,
      int added,
      double weight,
      Map.Entry<Long, Ways> from,
      Map<Long, Ways> next) {
    if (left == 0) {
      steps += 4 + from.getValue().counts.length;
      next.computeIfAbsent(state[0], _ -> new Ways()).add(from.getValue(), added, weight);
      return;
    }
    if (column == columns.length || steps > MOST_STEPS) {
      return;
    }
    int most = Math.min(left, columns[column] - used[column]);
    int each = most > 0 ? score.of(row, column, used) : 0;
    double ways = 1;
    for (int taken = 0; taken <= most; taken++) {
      share(
          row,
          column + 1,
          left - taken,
          used,
          state,
          added + taken * each,
          weight * ways,
          from,
          next);
      ways = ways * (columns[column] - used[column] - taken) / (taken + 1);
      state[0] += radix[column];
    }
    state[0] -= (most + 1) * radix[column];
  }
}
