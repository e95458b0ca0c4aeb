package org.myocohort.statistics.reported;

/// Two numbers printed as the ends of a range, of an interquartile range or of an interval.
///
/// @param kind what the two numbers are
/// @param low the number printed first
/// @param high the number printed second
public record PrintedBounds(Kind kind, PrintedNumber low, PrintedNumber high) {

  /// What the two numbers are.
  public enum Kind {
    /// The smallest and the largest value.
    RANGE,
    /// The lower and the upper quartile.
    INTERQUARTILE_RANGE,
    /// The limits of a confidence interval.
    CONFIDENCE_INTERVAL
  }

  /// Whether the first number is above the second, by more than different rounding explains.
  public boolean reversed() {
    return low.value().compareTo(high.value()) > 0
        && (low.decimals() == high.decimals()
            || low.rounded().lower().compareTo(high.rounded().upper()) > 0);
  }

  /// The smaller number, whichever was printed first.
  public PrintedNumber lower() {
    return low.value().compareTo(high.value()) <= 0 ? low : high;
  }

  /// The larger number, whichever was printed first.
  public PrintedNumber upper() {
    return low.value().compareTo(high.value()) <= 0 ? high : low;
  }
}
