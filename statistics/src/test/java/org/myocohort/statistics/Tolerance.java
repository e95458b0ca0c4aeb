package org.myocohort.statistics;

import org.assertj.core.data.Offset;

/// How close a computed number must be to a reference, by the kind of number.
public final class Tolerance {
  /// Means, quantiles, limits of intervals, correlations; references have 11 digits or more.
  public static final Offset<Double> ESTIMATE = Offset.offset(1e-10);

  /// Probabilities; references have 11 digits or more.
  public static final Offset<Double> P_VALUE = Offset.offset(1e-12);

  private Tolerance() {}
}
