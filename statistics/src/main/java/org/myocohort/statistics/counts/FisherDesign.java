package org.myocohort.statistics.counts;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/// What Fisher's exact test can and cannot show with two groups of given sizes.
///
/// - **Smallest p:** of all tables with the same margins, or with the same group sizes: where it is
///   above the level no result whatever could have been significant.
/// - **Power:** the probability of a two-sided p at most the level, summed over all tables of two
///   binomial groups with the assumed probabilities, as `statmod::power.fisher.test` estimates by
///   simulation.
/// - **Fragility index:** how many participants without the event in the group with fewer events
///   would have to have had it for p to rise above the level (Walsh M et al. J Clin Epidemiol
///   2014;67:622-628, doi:10.1016/j.jclinepi.2013.10.019).
public final class FisherDesign {
  /// Larger designs have so many tables that the power is not summed.
  private static final long MOST_TABLES = 250_000;

  private FisherDesign() {}

  /// The smallest two-sided p of any table with these margins.
  ///
  /// @param first size of the first group
  /// @param second size of the second group
  /// @param events in both together
  public static double smallestP(int first, int second, int events) {
    require(first, second);
    if (!(events >= 0 && events <= first + second)) {
      throw new IllegalArgumentException(
          "events must be in [0, %d] but was %d".formatted(first + second, events));
    }
    return Arrays.stream(probabilities(first, second, events)).min().orElse(1);
  }

  /// The smallest two-sided p of any table of two groups of these sizes.
  public static double smallestP(int first, int second) {
    require(first, second);
    // No margin gives a smaller p than that of a complete separation.
    return Math.min(smallestP(first, second, first), smallestP(first, second, second));
  }

  /// The power of a two-sided test; empty where there are too many tables.
  ///
  /// @param p1 probability of the event in the first group
  /// @param p2 probability of the event in the second group
  /// @param level of significance
  public static OptionalDouble power(int first, int second, double p1, double p2, double level) {
    require(first, second);
    if (!(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1)) {
      throw new IllegalArgumentException(
          "probabilities must be in [0, 1] but were " + p1 + ", " + p2);
    }
    if ((first + 1L) * (second + 1L) > MOST_TABLES) {
      return OptionalDouble.empty();
    }
    double[] one = binomial(first, p1);
    double[] other = binomial(second, p2);
    double power = 0;
    for (int events = 0; events <= first + second; events++) {
      double[] p = probabilities(first, second, events);
      int low = Math.max(0, events - second);
      for (int i = 0; i < p.length; i++) {
        if (p[i] <= level) {
          power += one[low + i] * other[events - low - i];
        }
      }
    }
    return OptionalDouble.of(Math.min(1, power));
  }

  /// The fragility index; empty where p is above the level as it is.
  ///
  /// @param events1 in the first group, of `first`
  /// @param events2 in the second group, of `second`
  public static OptionalInt fragility(
      int events1, int first, int events2, int second, double level) {
    require(first, second);
    if (p(events1, first, events2, second) > level) {
      return OptionalInt.empty();
    }
    boolean firstHasFewer = (double) events1 * second <= (double) events2 * first;
    int room = firstHasFewer ? first - events1 : second - events2;
    for (int moved = 1; moved <= room; moved++) {
      double p =
          firstHasFewer
              ? p(events1 + moved, first, events2, second)
              : p(events1, first, events2 + moved, second);
      if (p > level) {
        return OptionalInt.of(moved);
      }
    }
    return OptionalInt.of(room);
  }

  private static double p(int events1, int first, int events2, int second) {
    int events = events1 + events2;
    return probabilities(first, second, events)[events1 - Math.max(0, events - second)];
  }

  /// The two-sided p of each table with these margins.
  private static double[] probabilities(int first, int second, int events) {
    double[] each = new ConditionalOddsRatio(first, second, events).probabilities(0);
    double[] p = new double[each.length];
    for (int i = 0; i < each.length; i++) {
      double limit = each[i] * BinomialTest.AS_PROBABLE;
      p[i] = Math.min(1, Arrays.stream(each).filter(other -> other <= limit).sum());
    }
    return p;
  }

  private static double[] binomial(int size, double p) {
    double[] each = new double[size + 1];
    for (int i = 0; i <= size; i++) {
      each[i] = BinomialDistribution.of(size, p).probability(i);
    }
    return each;
  }

  private static void require(int first, int second) {
    if (!(first >= 0 && second >= 0)) {
      throw new IllegalArgumentException(
          "group sizes must be at least 0 but were " + first + ", " + second);
    }
  }
}
