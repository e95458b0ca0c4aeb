package org.myocohort.statistics.correlation;

import java.util.Optional;
import org.myocohort.statistics.inference.Absence;

/// What every correlation asks of its pairs.
final class Pairs {
  private Pairs() {}

  static int count(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "pairs need as many values on both sides but were %d and %d"
              .formatted(x.length, y.length));
    }
    return x.length;
  }

  static Optional<Absence> unanswerable(int n, boolean constant, int fewest) {
    if (n == 0) {
      return Optional.of(Absence.NO_VALUES);
    }
    if (n < fewest) {
      return Optional.of(Absence.TOO_FEW_VALUES);
    }
    return constant ? Optional.of(Absence.ALL_EQUAL) : Optional.empty();
  }
}
