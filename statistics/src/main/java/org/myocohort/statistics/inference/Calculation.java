package org.myocohort.statistics.inference;

import java.util.Locale;

/// How the probability of an answer was found.
public enum Calculation {
  /// From the whole distribution of the statistic.
  EXACT,
  /// From a distribution that it approaches in large samples.
  ASYMPTOTIC,
  /// From samples of the distribution drawn with a seed.
  PERMUTATION,
  /// No probability was asked for.
  NONE;

  /// The name as written in answers.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
