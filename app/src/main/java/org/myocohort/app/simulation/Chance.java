package org.myocohort.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The random numbers of one patient.
///
/// Everything is made from `nextLong` of L64X128MixRandom, whose algorithm the JDK specifies, by
/// plain arithmetic: the same seed and patient number give the same numbers on every machine, and a
/// patient's numbers do not depend on how many patients there are.
final class Chance {
  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final RandomGenerator generator;

  private Chance(RandomGenerator generator) {
    this.generator = generator;
  }

  static Chance ofPatient(long seed, int number) {
    return new Chance(ALGORITHM.create(mix(mix(seed) + number * GOLDEN_RATIO)));
  }

  /// Spreads neighbouring seeds over all 64 bits (Stafford's variant 13 of the MurmurHash3 mixer).
  private static long mix(long seed) {
    long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /// Uniform in [0, 1).
  private double unit() {
    return (generator.nextLong() >>> 11) * 0x1p-53;
  }

  /// True with this probability.
  boolean happens(double probability) {
    return unit() < probability;
  }

  /// A whole number, both ends included.
  int days(int least, int most) {
    return least + (int) (unit() * (most - least + 1));
  }

  /// Uniform between the two.
  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /// About normal: the sum of twelve uniform numbers, so never more than six standard deviations
  /// away and without a logarithm whose last bit could differ.
  double normal(double mean, double standardDeviation) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return mean + standardDeviation * sum;
  }

  <T> T pick(List<T> choices) {
    return choices.get((int) (unit() * choices.size()));
  }

  /// The position of a choice, each as likely as its weight.
  int weighted(int... weights) {
    int total = 0;
    for (int weight : weights) {
      total += weight;
    }
    double drawn = unit() * total;
    int chosen = 0;
    double reached = weights[0];
    while (drawn >= reached) {
      chosen++;
      reached += weights[chosen];
    }
    return chosen;
  }

  <T> List<T> shuffled(List<T> choices) {
    List<T> rest = new ArrayList<>(choices);
    List<T> shuffled = new ArrayList<>(rest.size());
    while (!rest.isEmpty()) {
      shuffled.add(rest.remove((int) (unit() * rest.size())));
    }
    return shuffled;
  }
}
