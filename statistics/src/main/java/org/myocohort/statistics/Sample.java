package org.myocohort.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.OptionalDouble;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/// A sample of at least one finite value, and its descriptives.
///
///     mean = sum(x) / n
///     sd   = sqrt( sum((x - mean)^2) / (n - 1) )
///
/// - **Input:** `n >= 1` values in one unit. Missing values are left out by the caller, who says so.
/// - **Result:** in `double`: decimals such as 0.1 are not exact, so nothing here decides whether a
///   value lies on a threshold.
/// - **Special cases:** the standard deviation of one value does not exist and is empty, never 0.
/// - **Errors:** no value, or a value that is NaN or infinite.
/// - **Source:** Apache Commons Statistics `Mean` and `StandardDeviation`; quantiles by
///   [QuantileMethod].
public final class Sample {
  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  /// A sample of these values, which are copied.
  public static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a sample needs at least 1 value but got 0");
    }
    double[] sorted = values.clone();
    for (double value : sorted) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("values must be finite but one was " + value);
      }
    }
    Arrays.sort(sorted);
    return new Sample(sorted);
  }

  /// A sample of these values.
  public static Sample of(Collection<? extends Number> values) {
    return of(values.stream().mapToDouble(Number::doubleValue).toArray());
  }

  /// The number of values.
  public int count() {
    return sorted.length;
  }

  /// The arithmetic mean.
  public double mean() {
    return Mean.of(sorted).getAsDouble();
  }

  /// The middle value, or the mean of the two middle values.
  public double median() {
    return quantile(0.5, QuantileMethod.LINEAR);
  }

  /// The smallest value.
  public double minimum() {
    return sorted[0];
  }

  /// The largest value.
  public double maximum() {
    return sorted[sorted.length - 1];
  }

  /// The sample standard deviation, with `n - 1` below; empty for one value.
  public OptionalDouble standardDeviation() {
    return sorted.length == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(StandardDeviation.of(sorted).getAsDouble());
  }

  /// The `p` quantile by the given method, `p` in \[0, 1\].
  public double quantile(double p, QuantileMethod method) {
    return method.quantile(sorted, p);
  }

  /// The lower and upper quartile by the given method, with the ordinary median.
  public Quartiles quartiles(QuantileMethod method) {
    return new Quartiles(method, quantile(0.25, method), median(), quantile(0.75, method));
  }

  /// The values in ascending order, a copy.
  public double[] sorted() {
    return sorted.clone();
  }
}
