package org.myocohort.app.stats;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.myocohort.app.meta.Numbers;

/// The levels of a column in the order of R's `factor`: numbers by size, texts by the alphabet.
final class Levels {
  private Levels() {}

  static List<String> of(Collection<String> cells) {
    List<String> distinct = cells.stream().distinct().toList();
    boolean numbers = distinct.stream().allMatch(each -> Numbers.parse(each, false).isPresent());
    Comparator<String> order =
        numbers
            ? Comparator.<String>comparingDouble(Levels::value).thenComparing(each -> each)
            : String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.reverseOrder());
    return distinct.stream().sorted(order).toList();
  }

  private static double value(String cell) {
    Optional<Double> number = Numbers.parse(cell, false);
    return number.orElse(Double.NaN);
  }
}
