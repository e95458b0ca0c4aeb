package org.myocohort.app.stats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark;
import org.myocohort.statistics.inference.TestResult;

/// An answer by the names of its parts, in the order of the JSON answer.
final class StatsAnswer {
  private final Map<String, @Nullable Object> parts = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final List<Absence> absences = new ArrayList<>();

  /// The parts: numbers, texts, lists and maps; null for a number that is not there.
  Map<String, @Nullable Object> parts() {
    return parts;
  }

  List<Remark> remarks() {
    return remarks;
  }

  /// Why numbers are not there, each reason once.
  List<Absence> absences() {
    return absences;
  }

  StatsAnswer put(String name, Object value) {
    parts.put(name, value);
    return this;
  }

  /// A number, or null and beside it why.
  StatsAnswer put(String name, Quantity quantity) {
    quantity(parts, name, quantity);
    return this;
  }

  StatsAnswer remark(Remark.Topic topic, Object... values) {
    add(Remark.of(topic, values));
    return this;
  }

  private void add(Remark remark) {
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  private void quantity(Map<String, @Nullable Object> into, String name, Quantity quantity) {
    switch (quantity) {
      case Quantity.Given(double number) -> into.put(name, plain(number));
      case Quantity.Missing(Absence reason) -> {
        into.put(name, null);
        into.put(name + "_reason", reason.code());
        if (!absences.contains(reason)) {
          absences.add(reason);
        }
      }
    }
  }

  /// Whole numbers without decimals.
  private static Object plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Object) (long) number
        : (Object) number;
  }

  /// The whole result of a test.
  StatsAnswer put(TestResult result) {
    fill(parts, result);
    return this;
  }

  /// A list of results, each under the name of a row or group.
  StatsAnswer put(String name, List<Named> results) {
    List<Object> list = new ArrayList<>();
    for (Named each : results) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>(each.head());
      fill(map, each.result());
      list.add(map);
    }
    parts.put(name, list);
    return this;
  }

  /// A result with what names it.
  ///
  /// @param head the names, such as the group
  /// @param result of it
  record Named(Map<String, Object> head, TestResult result) {}

  private void fill(Map<String, @Nullable Object> into, TestResult result) {
    into.put("n", result.count());
    into.put("calculation", result.calculation().code());
    quantity(into, "statistic", result.statistic());
    quantity(into, "p", result.pValue());
    quantity(into, "estimate", result.estimate());
    quantity(into, "lower", result.lower());
    quantity(into, "upper", result.upper());
    into.put("conf", result.level());
    result.further().forEach((name, value) -> quantity(into, name, value));
    result.remarks().forEach(this::add);
  }

  /// A list of numbers, null where there is none.
  static List<@Nullable Object> numbers(List<OptionalDouble> values) {
    List<@Nullable Object> list = new ArrayList<>();
    for (OptionalDouble value : values) {
      list.add(value.isPresent() ? plain(value.getAsDouble()) : null);
    }
    return list;
  }
}
