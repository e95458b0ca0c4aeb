package org.myocohort.statistics.correlation;

import java.util.stream.IntStream;
import org.myocohort.statistics.rank.Midranks;

/// The tie groups of a ranking with small whole scores in proportion to their midranks.
final class RankScores {
  private final int[] sizes;
  private final int[] scores;
  private final int[] groups;

  private RankScores(int[] sizes, int[] scores, int[] groups) {
    this.sizes = sizes;
    this.scores = scores;
    this.groups = groups;
  }

  static RankScores of(Midranks midranks) {
    int[] sizes = midranks.groupSizes();
    int[] groups = midranks.groups();
    int[] doubled = midranks.doubled();
    int[] scores = new int[sizes.length];
    for (int i = 0; i < groups.length; i++) {
      scores[groups[i]] = doubled[i];
    }
    int first = scores[0];
    int divisor = 0;
    for (int score : scores) {
      divisor = greatestCommonDivisor(divisor, score - first);
    }
    int unit = Math.max(1, divisor);
    return new RankScores(
        sizes, IntStream.of(scores).map(score -> (score - first) / unit).toArray(), groups);
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /// The sizes of the groups, in ascending order; not to be changed.
  int[] sizes() {
    return sizes;
  }

  /// The scores of the groups, from 0, without a common divisor; not to be changed.
  int[] scores() {
    return scores;
  }

  /// The group of each value; not to be changed.
  int[] groups() {
    return groups;
  }

  /// The score of each value.
  double[] ofValues() {
    return IntStream.of(groups).mapToDouble(group -> scores[group]).toArray();
  }

  int sum() {
    int sum = 0;
    for (int g = 0; g < sizes.length; g++) {
      sum += sizes[g] * scores[g];
    }
    return sum;
  }

  /// The number of states that using up the groups passes through.
  double states() {
    double states = 1;
    for (int size : sizes) {
      states *= size + 1.0;
    }
    return states;
  }
}
