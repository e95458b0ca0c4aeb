package org.myocohort.cohort.variable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;

/// A number of a member, and where it comes from.
///
/// @param value the number, or its limit, or absent
/// @param bounds what it lies between where only that is known, as of a score that lacks a part;
///   empty where there is a number, and where nothing is known
/// @param used the values that it rests on
/// @param missing what the record lacks; empty where there is a number
/// @param flags what a reader must know of it
public record NumberReading(
    Value<BigDecimal> value,
    Optional<Bounds> bounds,
    List<Used> used,
    List<Missing> missing,
    Set<Course.Flag> flags) {
  public NumberReading {
    flags = Set.copyOf(flags);
    used = List.copyOf(used);
    missing = List.copyOf(missing);
  }

  static NumberReading of(Value<BigDecimal> value, List<Used> used) {
    return new NumberReading(value, Optional.empty(), used, List.of(), Set.of());
  }

  static NumberReading missing(String code, String... values) {
    return new NumberReading(
        Value.absent(AbsenceReason.NOT_RECORDED),
        Optional.empty(),
        List.of(),
        List.of(new Missing(code, List.of(values))),
        Set.of());
  }

  static NumberReading missing(List<Missing> missing) {
    return new NumberReading(
        Value.absent(AbsenceReason.NOT_RECORDED), Optional.empty(), List.of(), missing, Set.of());
  }

  /// Known only to lie between two bounds.
  static NumberReading between(Bounds bounds, List<Used> used) {
    return new NumberReading(
        Value.absent(AbsenceReason.NOT_RECORDED),
        Optional.of(bounds),
        used,
        List.of(
            new Missing(
                "only-bounds",
                List.of(
                    bounds.lower().stripTrailingZeros().toPlainString(),
                    bounds.upper().stripTrailingZeros().toPlainString()))),
        Set.of());
  }

  NumberReading resting(List<Used> on) {
    return new NumberReading(value, bounds, on, missing, flags);
  }

  NumberReading flagged(Set<Course.Flag> with) {
    return new NumberReading(value, bounds, used, missing, with);
  }
}
