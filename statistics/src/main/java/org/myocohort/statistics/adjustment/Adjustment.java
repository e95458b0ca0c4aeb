package org.myocohort.statistics.adjustment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Probabilities adjusted for their number.
///
/// - **Input:** probabilities in \[0, 1\]; missing ones stay missing and do not count, as in R's
///   `p.adjust`.
/// - **Result:** in the order given, never above 1.
public enum Adjustment {
  /// Holm's, for the chance of one false rejection or more; needs no assumption.
  ///
  ///     adjusted_(i) = max over j <= i of (m - j + 1) p_(j)
  ///
  /// - **Source:** Holm S. Scand J Stat 1979;6:65-70.
  HOLM,
  /// Benjamini and Hochberg's, for the share of false rejections; for independent or positively
  /// dependent tests.
  ///
  ///     adjusted_(i) = min over j >= i of m p_(j) / j
  ///
  /// - **Source:** Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289-300,
  ///   doi:10.1111/j.2517-6161.1995.tb02031.x.
  BENJAMINI_HOCHBERG;

  /// The adjusted probabilities.
  public List<OptionalDouble> adjust(List<OptionalDouble> probabilities) {
    for (OptionalDouble p : probabilities) {
      if (p.isPresent() && !(p.getAsDouble() >= 0 && p.getAsDouble() <= 1)) {
        throw new IllegalArgumentException("p must be in [0, 1] but was " + p.getAsDouble());
      }
    }
    List<Integer> order =
        IntStream.range(0, probabilities.size())
            .filter(i -> probabilities.get(i).isPresent())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities.get(i).orElseThrow()))
            .toList();
    int m = order.size();
    List<OptionalDouble> adjusted = new ArrayList<>(probabilities);
    double running = this == HOLM ? 0 : 1;
    for (int step = 0; step < m; step++) {
      int rank = this == HOLM ? step : m - 1 - step;
      int index = order.get(rank);
      double p = probabilities.get(index).orElseThrow();
      running =
          switch (this) {
            case HOLM -> Math.max(running, Math.min(1, (m - rank) * p));
            case BENJAMINI_HOCHBERG -> Math.min(running, (double) m / (rank + 1) * p);
          };
      adjusted.set(index, OptionalDouble.of(running));
    }
    return List.copyOf(adjusted);
  }
}
