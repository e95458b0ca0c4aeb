package org.myocohort.statistics.meta.mixed;

import org.apache.commons.numbers.gamma.LogGamma;

/// `x` events with the logarithm of the expected number as linear predictor.
record Poisson(double x, double constant) implements Likelihood {
  static Poisson of(double x) {
    return new Poisson(x, -LogGamma.value(x + 1));
  }

  @Override
  public void add(double predictor, double factor, double[] sums) {
    double mean = Math.exp(predictor);
    sums[0] += constant + x * predictor - mean;
    sums[1] += factor * (x - mean);
    sums[2] -= factor * factor * mean;
  }

  @Override
  public double at(double predictor) {
    return constant + x * predictor - Math.exp(predictor);
  }

  @Override
  public double supremum() {
    return x == 0 ? 0 : at(Math.log(x));
  }
}
