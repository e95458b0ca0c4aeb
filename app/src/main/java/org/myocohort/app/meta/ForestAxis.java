package org.myocohort.app.meta;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.figures.Scale;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.effect.Display;

/// The axis of a forest plot: on the scale of the reports, logarithmic for ratios, and not so long
/// that one wide interval hides all others.
///
/// @param scale on which shown values are placed
/// @param left the x of its lower end
/// @param right the x of its upper end
record ForestAxis(Scale scale, double left, double right) {
  private static final double LOG_ROOM = Math.log(8);
  private static final double LINEAR_ROOM = 0.75;

  static ForestAxis of(
      Analysis analysis, List<ConfidenceInterval> intervals, double left, double right) {
    Display display = analysis.request().measure().display();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (var effect : analysis.effects()) {
      low = Math.min(low, effect.effect());
      high = Math.max(high, effect.effect());
    }
    if (!(low <= high)) {
      low = 0;
      high = 0;
    }
    double room =
        display == Display.EXPONENTIAL ? LOG_ROOM : Math.max(LINEAR_ROOM * (high - low), 1e-9);
    double lowest = low;
    double highest = high;
    for (ConfidenceInterval interval : intervals) {
      lowest = Math.min(lowest, Math.max(interval.lower(), low - room));
      highest = Math.max(highest, Math.min(interval.upper(), high + room));
    }
    List<Double> shown = new ArrayList<>();
    shown.add(analysis.display(lowest));
    shown.add(analysis.display(highest));
    analysis
        .request()
        .measure()
        .noDifference()
        .ifPresent(none -> shown.add(analysis.display(none)));
    boolean finite = shown.stream().allMatch(value -> Math.abs(value) < 1e9);
    return new ForestAxis(
        switch (display) {
          case EXPONENTIAL ->
              finite && shown.stream().allMatch(value -> value > 1e-9)
                  ? Scale.logOver(shown)
                  : Scale.logOver(List.of(1e-6, 1e6));
          case LOGISTIC, SQUARED_SINE, FREEMAN_TUKEY -> Scale.linear(0, 1);
          case IDENTITY, HYPERBOLIC_TANGENT ->
              finite ? Scale.linearOver(shown) : Scale.linear(-1, 1);
        },
        left,
        right);
  }

  /// The x of a shown value, at the edge where it lies beyond.
  double x(double shown) {
    double fraction = Double.isNaN(shown) ? 0.5 : scale.fraction(shown);
    return left + Math.min(1, Math.max(0, fraction)) * (right - left);
  }

  /// Whether a shown value lies beyond the lower end.
  boolean below(double shown) {
    return scale.fraction(shown) < -1e-9;
  }

  /// Whether a shown value lies beyond the upper end.
  boolean above(double shown) {
    return scale.fraction(shown) > 1 + 1e-9;
  }
}
