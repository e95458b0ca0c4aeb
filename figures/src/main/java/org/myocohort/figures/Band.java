package org.myocohort.figures;

/// A horizontal band behind the curves, such as a reference range.
///
/// @param low its lower edge; minus infinity where it has none
/// @param high its upper edge; infinity where it has none
/// @param title what it is, in words
public record Band(double low, double high, String title) {
  public Band {
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "band '"
              + title
              + "' must run from a lower to a higher value but was "
              + low
              + " to "
              + high);
    }
  }

  /// Everything up to a value.
  public static Band upTo(double high, String title) {
    return new Band(Double.NEGATIVE_INFINITY, high, title);
  }

  /// Everything from a value on.
  public static Band from(double low, String title) {
    return new Band(low, Double.POSITIVE_INFINITY, title);
  }
}
