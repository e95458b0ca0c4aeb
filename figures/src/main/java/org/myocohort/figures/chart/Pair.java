package org.myocohort.figures.chart;

import java.util.List;
import java.util.Optional;

/// The values of one subject at the occasions of a group, such as before and after.
///
/// @param name the title of its line
/// @param values in the order of the occasions; empty where one is missing
public record Pair(String name, List<Optional<Value>> values) {
  public Pair {
    values = List.copyOf(values);
  }

  /// Both values known to be there.
  public static Pair of(String name, Value before, Value after) {
    return new Pair(name, List.of(Optional.of(before), Optional.of(after)));
  }
}
