package org.myocohort.statistics;

/// The quartiles of a sample together with the definition that made them.
///
/// @param method the definition of the quantile; no quartile is printed without it
/// @param lower the 0.25 quantile
/// @param median the middle value or the mean of the two middle values, whatever the method: types
///   1, 3 and 4 would put their 0.5 quantile elsewhere, but nobody prints that as the median
/// @param upper the 0.75 quantile
public record Quartiles(QuantileMethod method, double lower, double median, double upper) {

  /// The upper quartile less the lower one.
  public double interquartileRange() {
    return upper - lower;
  }
}
