package org.myocohort.figures.chart;

import org.jspecify.annotations.Nullable;
import org.myocohort.figures.Finite;
import org.myocohort.figures.Mark;

/// A bar of a waterfall.
///
/// @param name beneath the bar, where it fits
/// @param kind its look; the legend names each kind once
/// @param bounds its value, or the bounds of it; null where it is unknown
/// @param label a text at the bar's end, where it fits; empty for none
/// @param mark title and row
public record Column(String name, Kind kind, @Nullable Bounds bounds, String label, Mark mark) {
  /// What a value is known to lie between.
  ///
  /// @param low the lower bound
  /// @param high the upper bound; the lower one where the value is known
  public record Bounds(double low, double high) {}

  public Column {
    if (bounds != null) {
      Finite.requireOrder("the bar", bounds.low(), bounds.high(), mark);
    }
  }

  /// A known value.
  public static Column of(String name, Kind kind, double value, Mark mark) {
    return new Column(name, kind, new Bounds(value, value), "", mark);
  }

  /// A value known only to lie between two bounds.
  public static Column between(String name, Kind kind, double low, double high, Mark mark) {
    return new Column(name, kind, new Bounds(low, high), "", mark);
  }

  /// A subject whose value is unknown.
  public static Column unknown(String name, Kind kind, Mark mark) {
    return new Column(name, kind, null, "", mark);
  }

  /// The same bar with a text at its end.
  public Column labelled(String text) {
    return new Column(name, kind, bounds, text, mark);
  }
}
