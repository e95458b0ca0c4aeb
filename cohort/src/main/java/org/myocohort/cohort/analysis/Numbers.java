package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.Value;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.descriptive.Description;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestResult;

/// Values of one variable in one group, limits kept as limits.
///
/// @param values known ones and limits, in the order of the members
/// @param missing how many members have none
public record Numbers(List<Value<BigDecimal>> values, int missing) {
  private static final double BEYOND = 1e150;

  public Numbers {
    values = List.copyOf(values);
  }

  /// How many values are known only as beyond a limit.
  public int limited() {
    return (int) values.stream().filter(value -> !value.isKnown()).count();
  }

  /// The values for methods that use their order only: `<30` is minus infinity, `>4000` infinity.
  ///
  /// @return empty where the order is not certain: two different limits on one side, or a number
  ///   beyond a limit
  static Optional<List<double[]>> ranked(List<Numbers> groups) {
    Scale scale = new Scale();
    groups.forEach(group -> group.values.forEach(scale::take));
    if (!scale.isOrdered()) {
      return Optional.empty();
    }
    return Optional.of(groups.stream().map(Numbers::infinite).toList());
  }

  private double[] infinite() {
    return values.stream()
        .mapToDouble(value ->
            switch (value) {
              case Value.Known<BigDecimal>(BigDecimal known) -> known.doubleValue();
              case Value.Below<BigDecimal> _ -> Double.NEGATIVE_INFINITY;
              case Value.Above<BigDecimal> _ -> Double.POSITIVE_INFINITY;
              case Value.Absent<BigDecimal> _ -> Double.NaN;
            })
        .toArray();
  }

  /// The descriptives. With limits among the values only what rests on their order: median,
  /// quartiles, least and most, each where it is no limit itself; else what it is at least and at
  /// most, as `median_least` and `median_most`.
  public TestResult describe(QuantileMethod method, double level) {
    double[] finite =
        values.stream()
            .filter(Value::isKnown)
            .mapToDouble(value -> value.orElse(BigDecimal.ZERO).doubleValue())
            .toArray();
    if (finite.length == values.size()) {
      return Description.of(finite, method, level);
    }
    TestResult.Builder answer =
        TestResult.of(values.size()).none(Absence.ONLY_ORDER_KNOWN).remark(Topic.LIMITS_RANKED);
    quantile(answer, "median", 0.5, method);
    quantile(answer, "q1", 0.25, method);
    quantile(answer, "q3", 0.75, method);
    quantile(answer, "min", 0, method);
    quantile(answer, "max", 1, method);
    return answer.remark(Topic.QUARTILE_METHOD, method.type(), method.position()).build();
  }

  /// A quantile that is the same wherever beyond their limits the values of unknown size lie. A
  /// quantile never falls where a value rises, so that both ends tell.
  private void quantile(TestResult.Builder answer, String name, double p, QuantileMethod method) {
    double least = method.quantile(put(true), p);
    double most = method.quantile(put(false), p);
    answer.further(
        name, least == most ? Quantity.of(least) : Quantity.missing(Absence.ONLY_ORDER_KNOWN));
    if (least < most) {
      // What lies between a value and one of unknown size is of unknown size itself.
      answer.further(name + "_least", end(least)).further(name + "_most", end(most));
    }
  }

  private static Quantity end(double end) {
    return Math.abs(end) < BEYOND * 1e-10
        ? Quantity.of(end)
        : Quantity.missing(Absence.ONLY_ORDER_KNOWN);
  }

  /// The values, those of unknown size as low or as high as they can be.
  private double[] put(boolean low) {
    return values.stream()
        .mapToDouble(value ->
            switch (value) {
              case Value.Known<BigDecimal>(BigDecimal known) -> known.doubleValue();
              case Value.Below<BigDecimal>(BigDecimal limit) -> low ? -BEYOND : limit.doubleValue();
              case Value.Above<BigDecimal>(BigDecimal limit) -> low ? limit.doubleValue() : BEYOND;
              case Value.Absent<BigDecimal> _ -> Double.NaN;
            })
        .sorted()
        .toArray();
  }

  /// Whether limits and numbers have one order.
  private static final class Scale {
    private final List<BigDecimal> below = new ArrayList<>();
    private final List<BigDecimal> above = new ArrayList<>();
    private Optional<BigDecimal> least = Optional.empty();
    private Optional<BigDecimal> most = Optional.empty();

    void take(Value<BigDecimal> value) {
      switch (value) {
        case Value.Known<BigDecimal>(BigDecimal known) -> {
          least = Optional.of(least.map(known::min).orElse(known));
          most = Optional.of(most.map(known::max).orElse(known));
        }
        case Value.Below<BigDecimal>(BigDecimal limit) -> below.add(limit);
        case Value.Above<BigDecimal>(BigDecimal limit) -> above.add(limit);
        case Value.Absent<BigDecimal> _ -> {
          // Not among the values.
        }
      }
    }

    boolean isOrdered() {
      boolean oneBelow = below.stream().map(BigDecimal::stripTrailingZeros).distinct().count() <= 1;
      boolean oneAbove = above.stream().map(BigDecimal::stripTrailingZeros).distinct().count() <= 1;
      boolean under =
          below.isEmpty() || least.isEmpty() || least.get().compareTo(below.getFirst()) >= 0;
      boolean over =
          above.isEmpty() || most.isEmpty() || most.get().compareTo(above.getFirst()) <= 0;
      boolean apart =
          below.isEmpty() || above.isEmpty() || below.getFirst().compareTo(above.getFirst()) <= 0;
      return oneBelow && oneAbove && under && over && apart;
    }
  }
}
