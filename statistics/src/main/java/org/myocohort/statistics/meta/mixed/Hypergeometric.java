package org.myocohort.statistics.meta.mixed;

import org.apache.commons.numbers.gamma.LogGamma;

/// Fisher's non-central hypergeometric distribution of the events in the first arm, given all
/// margins; the log odds ratio is the linear predictor.
///
/// - **Source:** Fisher RA. The logic of inductive inference. J R Stat Soc 1935;98:39-82.
final class Hypergeometric implements Likelihood {
  private final double x;
  private final int lowest;
  private final double[] logWeights;

  private Hypergeometric(double x, int lowest, double[] logWeights) {
    this.x = x;
    this.lowest = lowest;
    this.logWeights = logWeights;
  }

  static Hypergeometric of(double x, double n1, double n2, double events) {
    int lowest = (int) Math.max(0, events - n2);
    int highest = (int) Math.min(n1, events);
    double[] logWeights = new double[highest - lowest + 1];
    for (int i = 0; i < logWeights.length; i++) {
      double a = lowest + i;
      logWeights[i] = logChoose(n1, a) + logChoose(n2, events - a);
    }
    return new Hypergeometric(x, lowest, logWeights);
  }

  private static double logChoose(double n, double x) {
    return LogGamma.value(n + 1) - LogGamma.value(x + 1) - LogGamma.value(n - x + 1);
  }

  /// The log of the normalising sum, the mean and the variance.
  private double[] moments(double predictor) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logWeights.length; i++) {
      largest = Math.max(largest, logWeights[i] + (lowest + i) * predictor);
    }
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < logWeights.length; i++) {
      double term = Math.exp(logWeights[i] + (lowest + i) * predictor - largest);
      double away = lowest + i - x;
      sum += term;
      first += term * away;
      second += term * away * away;
    }
    double mean = first / sum;
    return new double[] {largest + Math.log(sum), x + mean, second / sum - mean * mean};
  }

  private double constant() {
    return logWeights[(int) x - lowest];
  }

  @Override
  public void add(double predictor, double factor, double[] sums) {
    double[] moments = moments(predictor);
    sums[0] += constant() + x * predictor - moments[0];
    sums[1] += factor * (x - moments[1]);
    sums[2] -= factor * factor * moments[2];
  }

  @Override
  public double at(double predictor) {
    return constant() + x * predictor - moments(predictor)[0];
  }

  @Override
  public double supremum() {
    if (x == lowest || x == lowest + logWeights.length - 1.0) {
      return 0;
    }
    double predictor = 0;
    for (int step = 0; step < 100; step++) {
      double[] moments = moments(predictor);
      double move = Math.max(-2, Math.min(2, (x - moments[1]) / moments[2]));
      predictor += move;
      if (Math.abs(move) < 1e-12) {
        break;
      }
    }
    return at(predictor);
  }
}
