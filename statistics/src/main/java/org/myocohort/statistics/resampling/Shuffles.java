package org.myocohort.statistics.resampling;

import java.util.SplittableRandom;

/// Random orders, by Fisher and Yates.
public final class Shuffles {
  private Shuffles() {}

  /// Puts the values in a random order.
  public static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }

  /// Puts a random choice of `count` of the values first.
  public static void choose(double[] values, int count, SplittableRandom random) {
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(values.length - i);
      double kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }

  /// The sum of a random choice of `count` of the scores, again and again.
  public static MonteCarlo.Shuffle sumsOfChoices(double[] scores, int count) {
    double[] scratch = scores.clone();
    return random -> {
      choose(scratch, count, random);
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += scratch[i];
      }
      return sum;
    };
  }
}
