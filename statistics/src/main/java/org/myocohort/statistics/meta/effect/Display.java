package org.myocohort.statistics.meta.effect;

/// How a number of the scale of the analysis is shown to a reader.
public enum Display {
  /// As it is.
  IDENTITY,
  /// `exp`: ratios and rates.
  EXPONENTIAL,
  /// The inverse logit: proportions.
  LOGISTIC,
  /// `tanh`: correlations.
  HYPERBOLIC_TANGENT,
  /// The squared sine: proportions from the arcsine.
  SQUARED_SINE,
  /// The inverse of the double arcsine; it needs a sample size, see [#freemanTukey].
  FREEMAN_TUKEY;

  /// The value that a reader is shown.
  ///
  /// @param harmonicMean the harmonic mean of the sample sizes, used by [#FREEMAN_TUKEY] only
  public double of(double value, double harmonicMean) {
    return switch (this) {
      case IDENTITY -> value;
      case EXPONENTIAL -> Math.exp(value);
      case LOGISTIC -> 1 / (1 + Math.exp(-value));
      case HYPERBOLIC_TANGENT -> Math.tanh(value);
      case SQUARED_SINE -> squaredSine(value);
      case FREEMAN_TUKEY -> freemanTukey(value, harmonicMean);
    };
  }

  private static double squaredSine(double value) {
    double sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, value)));
    return sine * sine;
  }

  /// Miller's inverse of the double arcsine transformation, 0 and 1 beyond what `n` can reach.
  ///
  /// It misleads where the sample sizes differ much: there is no one `n` to go back by.
  ///
  /// - **Source:** Miller JJ. The inverse of the Freeman-Tukey double arcsine transformation. Am
  ///   Stat 1978;32:138, doi:10.1080/00031305.1978.10479283. Warning: Schwarzer G, Chemaitelly H,
  ///   Abu-Raddad LJ, Rücker G. Res Synth Methods 2019;10:476-483, doi:10.1002/jrsm.1348.
  static double freemanTukey(double value, double n) {
    double least = Math.asin(Math.sqrt(1 / (n + 1))) / 2;
    double most = (Math.asin(Math.sqrt(n / (n + 1))) + Math.PI / 2) / 2;
    if (value <= least) {
      return 0;
    }
    if (value >= most) {
      return 1;
    }
    double sine = Math.sin(2 * value);
    double inner = sine + (sine - 1 / sine) / n;
    double root = Math.sqrt(Math.max(0, 1 - inner * inner));
    return 0.5 * (1 - Math.signum(Math.cos(2 * value)) * root);
  }
}
