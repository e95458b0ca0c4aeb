package org.myocohort.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/// What a random sample without replacement tells of the marked members of a finite population.
///
/// The number of marked ones in a sample of `n` from `N`, of which `K` are marked, is
/// hypergeometric.
///
/// @param size `N`, one or more
/// @param sampled `n`, from 0 to `N`
/// @param marked that were found in the sample, from 0 to `n`
public record FinitePopulation(int size, int sampled, int marked) {
  public FinitePopulation {
    if (!(size >= 1)) {
      throw new IllegalArgumentException("size must be at least 1 but was " + size);
    }
    if (!(sampled >= 0 && sampled <= size)) {
      throw new IllegalArgumentException(
          "sampled must be in [0, %d] but was %d".formatted(size, sampled));
    }
    if (!(marked >= 0 && marked <= sampled)) {
      throw new IllegalArgumentException(
          "marked must be in [0, %d] but was %d".formatted(sampled, marked));
    }
  }

  /// A range of whole numbers with its confidence.
  ///
  /// @param lower the smallest
  /// @param upper the largest
  /// @param level between 0 and 1
  public record CountInterval(int lower, int upper, double level) {}

  /// How probable it is that a sample of this size holds no more marked ones than this one, if
  /// `total` of the population are marked. With more marked ones than the sample leaves room for it
  /// is 0.
  public double atMost(int total) {
    if (total > size - sampled + marked) {
      return 0;
    }
    return HypergeometricDistribution.of(size, total, sampled).cumulativeProbability(marked);
  }

  private double atLeast(int total) {
    if (total < marked) {
      return 0;
    }
    return HypergeometricDistribution.of(size, total, sampled).survivalProbability(marked - 1);
  }

  /// The exact interval for the number of marked ones in the population: all numbers that neither
  /// one-sided test at half the error refuses. The counterpart of Clopper and Pearson's interval
  /// without replacement; it never covers less than its level.
  ///
  /// @param level between 0 and 1, such as 0.95
  public CountInterval marked(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
    double half = (1 - level) / 2;
    int most = size - sampled + marked;
    return new CountInterval(firstAbove(half, marked, most), lastAbove(half, marked, most), level);
  }

  /// `atLeast` grows with the total.
  private int firstAbove(double error, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atLeast(middle) > error) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// `atMost` falls with the total.
  private int lastAbove(double error, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (atMost(middle) > error) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
