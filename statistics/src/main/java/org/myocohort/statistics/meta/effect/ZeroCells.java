package org.myocohort.statistics.meta.effect;

/// What is done with a table that has a zero cell.
///
/// - **Source:** of adding a half: Haldane JBS. The mean and variance of the moments of
///   chi-squared, when used as a test of homogeneity, when expectations are small. Biometrika
///   1940;31:346-355, doi:10.1093/biomet/31.3-4.346. What it costs: Sweeting MJ, Sutton AJ, Lambert
///   PC. Stat Med 2004;23:1351-1375, doi:10.1002/sim.1761.
public enum ZeroCells {
  /// 0.5 is added to every cell of a table that has a zero cell; the other tables stay.
  ADD_HALF,
  /// Nothing is added; a measure that needs the logarithm of 0 is not estimable.
  LEAVE
}
