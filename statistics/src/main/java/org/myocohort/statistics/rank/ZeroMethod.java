package org.myocohort.statistics.rank;

/// What a signed-rank test does with differences of zero.
public enum ZeroMethod {
  /// Wilcoxon: they are dropped before ranking.
  DROP,
  /// Pratt: they are ranked with the others and then dropped.
  ///
  /// - **Source:** Pratt JW. Remarks on zeros and ties in the Wilcoxon signed rank procedures. J Am
  ///   Stat Assoc 1959;54:655-667, doi:10.1080/01621459.1959.10501526.
  PRATT
}
