package org.myocohort.statistics.counts;

import java.util.function.DoubleUnaryOperator;

/// The point where an increasing function crosses zero, by bisection to the last bits.
final class RootSearch {
  private RootSearch() {}

  /// The crossing between two points; one of the ends where there is none inside.
  static double of(DoubleUnaryOperator increasing, double from, double to) {
    double low = from;
    double high = to;
    for (int step = 0; step < 200; step++) {
      double middle = (low + high) / 2;
      if (!(middle > low && middle < high)) {
        break;
      }
      if (increasing.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
