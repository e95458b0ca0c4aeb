package org.myocohort.figures;

/// A horizontal band behind the curves, such as a reference range.
///
/// @param low its lower edge; minus infinity where it has none
/// @param high its upper edge; infinity where it has none
/// @param title what it is, in words
/// @param from where on the x axis it begins; minus infinity for the axis' beginning
/// @param to where on the x axis it ends; infinity for the axis' end
public record Band(double low, double high, String title, double from, double to) {
  public Band {
    if (!(from < to)) {
      throw new IllegalArgumentException(
          "band '"
              + title
              + "' must run from an earlier to a later place but was "
              + from
              + " to "
              + to);
    }
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

  /// A band over the whole x axis.
  public Band(double low, double high, String title) {
    this(low, high, title, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /// The same band over a part of the x axis, such as the time for which a reference range held.
  public Band within(double newFrom, double newTo) {
    return new Band(low, high, title, newFrom, newTo);
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
