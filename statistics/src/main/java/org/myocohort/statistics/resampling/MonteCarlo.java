package org.myocohort.statistics.resampling;

import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// How often random permutations give a statistic as extreme as the one seen.
///
///     p = (b + 1) / (B + 1)      b of B permutations are as extreme; the data seen are one more
///
/// The permutations are drawn in blocks, each from a generator of its own that was split off in
/// order, so that the counts do not depend on the number of cores.
///
/// - **Source:** Phipson B, Smyth GK. Permutation p-values should never be zero. Stat Appl Genet
///   Mol Biol 2010;9:39, doi:10.2202/1544-6115.1585.
///
/// @param less permutations with a statistic as small as the one seen, or smaller
/// @param greater as large, or larger
/// @param twoSided as far from the centre, or farther
/// @param permutations how many were drawn
public record MonteCarlo(int less, int greater, int twoSided, int permutations) {
  private static final int BLOCK = 1000;
  // What only rounding made differ is as extreme.
  private static final double TOLERANCE = 1e-10;

  /// Draws one permutation, in scratch memory of its own, and gives its statistic.
  @FunctionalInterface
  public interface Shuffle {
    double next(SplittableRandom random);
  }

  /// Draws the permutations.
  ///
  /// @param seen the statistic of the data
  /// @param centre from which "as far" is measured
  /// @param shuffles makes a drawer for each block; its first state must not depend on other blocks
  public static MonteCarlo of(
      int permutations,
      long seed,
      double seen,
      double centre,
      Supplier<Shuffle> shuffles,
      Progress progress) {
    int blocks = (permutations + BLOCK - 1) / BLOCK;
    SplittableRandom master = new SplittableRandom(seed);
    SplittableRandom[] generators = new SplittableRandom[blocks];
    for (int i = 0; i < blocks; i++) {
      generators[i] = master.split();
    }
    Sum sum = new Sum(permutations, progress);
    double slack = TOLERANCE * Math.max(1, Math.abs(seen));
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> {
          int size = Math.min(BLOCK, permutations - block * BLOCK);
          Shuffle shuffle = shuffles.get();
          int less = 0;
          int greater = 0;
          int far = 0;
          for (int i = 0; i < size; i++) {
            double value = shuffle.next(generators[block]);
            less += value <= seen + slack ? 1 : 0;
            greater += value >= seen - slack ? 1 : 0;
            far += Math.abs(value - centre) >= Math.abs(seen - centre) - slack ? 1 : 0;
          }
          sum.add(less, greater, far, size);
        });
    return new MonteCarlo(sum.less, sum.greater, sum.far, permutations);
  }

  /// The probability that `count` of the permutations stand for.
  public double p(int count) {
    return (count + 1.0) / (permutations + 1.0);
  }

  /// Counts of all blocks.
  private static final class Sum {
    private final int total;
    private final Progress progress;
    private int less;
    private int greater;
    private int far;
    private int done;

    Sum(int total, Progress progress) {
      this.total = total;
      this.progress = progress;
    }

    synchronized void add(int lessMore, int greaterMore, int farMore, int size) {
      less += lessMore;
      greater += greaterMore;
      far += farMore;
      done += size;
      progress.done(done, total);
    }
  }
}
