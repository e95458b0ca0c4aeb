package org.myocohort.statistics.survival;

import org.myocohort.statistics.inference.Tails;

/// Counts the sums of all choices of `m` of the scores, whose sum over all is 0.
final class Choices {
  private static final double SLACK = 1e-10;

  private final double[] scores;
  private final double seen;
  private final int m;
  private double less;
  private double greater;
  private double far;
  private double all;

  Choices(double[] scores, int m, double seen) {
    this.scores = scores;
    this.m = m;
    this.seen = seen;
  }

  Tails tails() {
    choose(0, m, 0);
    return new Tails(less / all, greater / all, far / all);
  }

  private void choose(int from, int left, double sum) {
    if (left == 0) {
      all++;
      less += sum <= seen + SLACK ? 1 : 0;
      greater += sum >= seen - SLACK ? 1 : 0;
      far += Math.abs(sum) >= Math.abs(seen) - SLACK ? 1 : 0;
      return;
    }
    for (int i = from; i <= scores.length - left; i++) {
      choose(i + 1, left - 1, sum + scores[i]);
    }
  }
}
