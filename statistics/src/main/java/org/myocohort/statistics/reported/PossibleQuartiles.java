package org.myocohort.statistics.reported;

import java.util.Arrays;
import java.util.List;
import org.myocohort.statistics.QuantileMethod;

/// Which of the nine definitions of a quartile give printed quartiles from known values.
public final class PossibleQuartiles {
  private static final double SLACK = 1e-9;

  private PossibleQuartiles() {}

  /// The definitions that give both quartiles within their rounding, in the order of their types;
  /// empty if none does, whatever the definition.
  ///
  /// @param values the values, at least one
  public static List<QuantileMethod> of(double[] values, PrintedNumber lower, PrintedNumber upper) {
    return Arrays.stream(QuantileMethod.values())
        .filter(method ->
            holds(lower, method.quantile(values, 0.25))
                && holds(upper, method.quantile(values, 0.75)))
        .toList();
  }

  private static boolean holds(PrintedNumber printed, double value) {
    double slack = SLACK * Math.max(1, Math.abs(value));
    RoundingInterval rounded = printed.rounded();
    return value >= rounded.lower().doubleValue() - slack
        && value <= rounded.upper().doubleValue() + slack;
  }
}
