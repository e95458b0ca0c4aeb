package org.myocohort.figures.chart;

import java.util.List;
import java.util.Optional;
import org.myocohort.figures.SeriesStyle;

/// Subjects that were measured at the same occasions.
///
/// @param name beneath the occasions
/// @param count a line beneath the name, such as how many pairs there are
/// @param style colour, symbol and dash of every pair
/// @param occasions at least two, such as before and after
/// @param pairs one for each subject, as many values each as there are occasions
/// @param middles a short line at each occasion, such as its median; empty for none
public record PairGroup(
    String name,
    String count,
    SeriesStyle style,
    List<String> occasions,
    List<Pair> pairs,
    List<Optional<Value>> middles) {
  public PairGroup {
    occasions = List.copyOf(occasions);
    pairs = List.copyOf(pairs);
    middles = List.copyOf(middles);
    if (occasions.size() < 2) {
      throw new IllegalArgumentException(
          "group '" + name + "' needs at least two occasions but had " + occasions.size());
    }
    for (Pair pair : pairs) {
      requireSize(pair.name(), pair.values().size(), occasions.size());
    }
    if (!middles.isEmpty()) {
      requireSize(name, middles.size(), occasions.size());
    }
  }

  private static void requireSize(String name, int found, int occasions) {
    if (found != occasions) {
      throw new IllegalArgumentException(
          "'" + name + "' must have " + occasions + " values, one an occasion, but had " + found);
    }
  }
}
