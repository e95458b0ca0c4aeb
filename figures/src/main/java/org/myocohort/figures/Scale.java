package org.myocohort.figures;

import java.util.List;

/// Maps values to a place between the two ends of an axis.
public sealed interface Scale permits LinearScale, LogScale, MonthScale {
  /// The value at the lower end.
  double low();

  /// The value at the upper end.
  double high();

  /// The place of a value: 0 at the low end, 1 at the high end, outside for values outside; minus
  /// infinity where a log scale meets a value that is not positive.
  double fraction(double value);

  /// At most `most` ticks (at least two where the range allows) at round values in the range.
  List<Tick> ticks(int most);

  /// How a value is written on this axis.
  String label(double value);

  /// A linear scale with exactly these ends.
  static Scale linear(double low, double high) {
    return new LinearScale(low, high);
  }

  /// A logarithmic scale with exactly these ends.
  static Scale log(double low, double high) {
    return new LogScale(low, high);
  }

  /// A time axis in months around day 0 with exactly these ends.
  static Scale months(double low, double high) {
    return new MonthScale(low, high);
  }

  /// A linear scale over all values, widened to round ends; one value or none gets room around it.
  static Scale linearOver(List<Double> values) {
    return LinearScale.over(values);
  }

  /// A logarithmic scale over all positive values, widened to ends of the form 1, 2 or 5 times a
  /// power of ten.
  static Scale logOver(List<Double> values) {
    return LogScale.over(values);
  }

  /// A time axis over all values and day 0, widened to whole steps of 1, 3, 6, 12 … months.
  static Scale monthsOver(List<Double> values) {
    return MonthScale.over(values);
  }

  /// Refuses ends that span nothing.
  static void requireSpan(String what, double low, double high) {
    // A span too small beside its ends would leave no room for two different ticks.
    if (!(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))
        || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          what + " must run from a lower to a higher finite value but was " + low + " to " + high);
    }
  }
}
