package org.myocohort.statistics.meta.mixed;

import org.apache.commons.numbers.gamma.LogGamma;

/// `x` events of `n` with the logit as linear predictor.
record Binomial(double x, double n, double constant) implements Likelihood {
  static Binomial of(double x, double n) {
    return new Binomial(
        x, n, LogGamma.value(n + 1) - LogGamma.value(x + 1) - LogGamma.value(n - x + 1));
  }

  @Override
  public void add(double predictor, double factor, double[] sums) {
    double p = 1 / (1 + Math.exp(-predictor));
    sums[0] += at(predictor);
    sums[1] += factor * (x - n * p);
    sums[2] -= factor * factor * n * p * (1 - p);
  }

  @Override
  public double at(double predictor) {
    double softPlus =
        predictor > 0
            ? predictor + Math.log1p(Math.exp(-predictor))
            : Math.log1p(Math.exp(predictor));
    return constant + x * predictor - n * softPlus;
  }

  @Override
  public double supremum() {
    return x == 0 || x == n ? constant : at(Math.log(x) - Math.log(n - x));
  }
}
