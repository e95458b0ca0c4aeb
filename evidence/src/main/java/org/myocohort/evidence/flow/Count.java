package org.myocohort.evidence.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The number in a box, or that it is not reported. What is not reported is never 0.
///
/// @param number at least 0; null when not reported
/// @param from what it was counted from, such as `flow.yaml:12` or `imports.csv`; the same in every
///   language
public record Count(@Nullable Long number, String from) {
  /// What a number that was added up here was counted from.
  public static final String SUM = "sum";

  public Count {
    if (number != null && !(number >= 0)) {
      throw new IllegalArgumentException("a count must be at least 0 but was " + number);
    }
  }

  public static Count of(long number, String from) {
    return new Count(number, from);
  }

  public static Count notReported(String from) {
    return new Count(null, from);
  }

  public boolean isReported() {
    return number != null;
  }

  /// The sum of counts; not reported as soon as one of them is not.
  public static Count sum(List<Count> counts) {
    long sum = 0;
    for (Count count : counts) {
      if (count.number == null) {
        return notReported(SUM);
      }
      sum += count.number;
    }
    return of(sum, SUM);
  }
}
