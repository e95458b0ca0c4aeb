package org.myocohort.statistics.reported;

import java.util.stream.DoubleStream;

/// The standard deviations that samples with a given mean and attained ends can have.
///
/// With `a = mean - min`, `b = max - mean` and `n >= 3` values:
///
///     smallest sum of squares = a^2 + b^2 + (a - b)^2 / (n - 2)
///     largest sum of squares  = (max - min)^2 (k + f^2 - e^2 / n)
///         e = n a / (max - min), k = floor(e), f = e - k
///
/// The smallest has `n - 2` equal values that give the mean; the largest has `k` values at the
/// upper end, one between, and the others at the lower end. Two values are the two ends.
final class SampleLimits {
  private SampleLimits() {}

  /// Limits of the sample standard deviation.
  ///
  /// @param low the smallest possible one
  /// @param high the largest possible one
  record DeviationLimits(double low, double high) {}

  /// The limits for exactly known mean and ends, `min <= mean <= max` and `n >= 2`.
  static DeviationLimits deviation(double mean, double min, double max, int n) {
    if (n == 2) {
      double only = (max - min) / Math.sqrt(2);
      return new DeviationLimits(only, only);
    }
    return new DeviationLimits(
        smallest(mean, min, max, n),
        Math.max(smallest(mean, min, max, n), largest(mean, min, max, n)));
  }

  /// Limits that hold for every mean and every pair of ends within their rounding intervals.
  static DeviationLimits deviation(
      RoundingInterval mean, RoundingInterval min, RoundingInterval max, int n) {
    return new DeviationLimits(lowest(mean, min, max, n), highest(mean, min, max, n));
  }

  /// The smallest standard deviation falls as the ends come closer, and as the mean comes to their
  /// middle. Where the mean cannot be reached from the innermost ends, the nearer end gives way
  /// until all values but one lie on it.
  private static double lowest(
      RoundingInterval mean, RoundingInterval min, RoundingInterval max, int n) {
    if (min.meets(max)) {
      return 0;
    }
    double inner = min.upper().doubleValue();
    double outer = max.lower().doubleValue();
    if (n == 2) {
      return (outer - inner) / Math.sqrt(2);
    }
    double m =
        Math.clamp((inner + outer) / 2, mean.lower().doubleValue(), mean.upper().doubleValue());
    double low = Math.min(inner, (n * m - outer) / (n - 1));
    double high = Math.max(outer, (n * m - inner) / (n - 1));
    return smallest(m, low, high, n);
  }

  /// The largest standard deviation rises as the ends part; over the mean it peaks at whole `e`,
  /// the more so the nearer `e` is to `n / 2`.
  private static double highest(
      RoundingInterval mean, RoundingInterval min, RoundingInterval max, int n) {
    double low = min.lower().doubleValue();
    double high = max.upper().doubleValue();
    if (n == 2) {
      return (high - low) / Math.sqrt(2);
    }
    double meanLow = mean.lower().doubleValue();
    double meanHigh = mean.upper().doubleValue();
    double step = (high - low) / n;
    return DoubleStream.of(
            meanLow,
            meanHigh,
            onStep(meanLow, low + step * Math.floor(n / 2.0), meanHigh, low, step),
            onStep(meanLow, low + step * Math.ceil(n / 2.0), meanHigh, low, step))
        .map(m -> largest(Math.clamp(m, low, high), low, high, n))
        .max()
        .orElseThrow();
  }

  /// The mean within its limits at which `e` is whole and nearest to the peak, or a limit.
  private static double onStep(double low, double peak, double high, double min, double step) {
    if (step == 0) {
      return low;
    }
    double nearest = Math.clamp(peak, low, high);
    double e = (nearest - min) / step;
    double whole = min + step * (nearest < peak ? Math.floor(e) : Math.ceil(e));
    return Math.clamp(whole, low, high);
  }

  private static double smallest(double mean, double min, double max, int n) {
    double a = mean - min;
    double b = max - mean;
    return Math.sqrt((a * a + b * b + (a - b) * (a - b) / (n - 2)) / (n - 1));
  }

  private static double largest(double mean, double min, double max, int n) {
    double range = max - min;
    if (range == 0) {
      return 0;
    }
    double e = n * ((mean - min) / range);
    double k = Math.floor(e);
    double f = e - k;
    return range * Math.sqrt(Math.max(0, k + f * f - e * e / n) / (n - 1));
  }
}
