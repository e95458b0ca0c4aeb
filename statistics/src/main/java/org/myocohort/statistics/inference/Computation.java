package org.myocohort.statistics.inference;

import org.myocohort.statistics.resampling.Progress;

/// How a probability is to be found.
public sealed interface Computation {

  /// From the whole distribution, as far as it can be counted in a few seconds.
  record Exact() implements Computation {}

  /// By the approximation for large samples.
  record Asymptotic() implements Computation {}

  /// From random permutations.
  ///
  /// @param count how many, at least 1
  /// @param seed from which they follow
  /// @param progress is told how many are done
  record Permutations(int count, long seed, Progress progress) implements Computation {
    public Permutations {
      if (!(count >= 1)) {
        throw new IllegalArgumentException("permutations must be at least 1 but was " + count);
      }
    }
  }
}
