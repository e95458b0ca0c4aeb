package org.myocohort.statistics.meta.mixed;

/// The log-likelihood of one observation as a function of its linear predictor; concave.
sealed interface Likelihood permits Binomial, Poisson, Hypergeometric {
  /// Adds the log-likelihood and its first two derivatives at a linear predictor, the derivatives
  /// multiplied with powers of `factor`.
  void add(double predictor, double factor, double[] sums);

  /// The log-likelihood alone, with its constant.
  double at(double predictor);

  /// The largest log-likelihood that any linear predictor reaches or comes near.
  double supremum();
}
