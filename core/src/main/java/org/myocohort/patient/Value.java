package org.myocohort.patient;

import java.math.BigDecimal;
import java.util.function.Function;

/// A value of a record: known, below or above a limit of the assay, or absent with its reason.
///
/// Absence is never a number. Comparisons answer in three values, see [Truth].
///
/// @param <T> what is recorded; [Below] and [Above] make sense only for ordered values
public sealed interface Value<T> {

  record Known<T>(T value) implements Value<T> {}

  /// Less than the limit (`<30`).
  record Below<T>(T limit) implements Value<T> {}

  /// More than the limit (`>4000`).
  record Above<T>(T limit) implements Value<T> {}

  record Absent<T>(AbsenceReason reason) implements Value<T> {}

  static <T> Value<T> of(T value) {
    return new Known<>(value);
  }

  static <T> Value<T> absent(AbsenceReason reason) {
    return new Absent<>(reason);
  }

  default boolean isAbsent() {
    return this instanceof Absent;
  }

  default boolean isKnown() {
    return this instanceof Known;
  }

  /// The known value, or `other` where it is absent or only limited.
  default T orElse(T other) {
    return this instanceof Known<T>(T value) ? value : other;
  }

  default <R> Value<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(function.apply(value));
      case Below<T>(T limit) -> new Below<>(function.apply(limit));
      case Above<T>(T limit) -> new Above<>(function.apply(limit));
      case Absent<T>(AbsenceReason reason) -> new Absent<>(reason);
    };
  }

  /// The value as people write it: `12`, `<30`, `>4000`, or a word for why it is absent.
  ///
  /// @param known how a value or a limit is written
  /// @param absent what stands for an absent value
  default String text(
      Function<? super T, String> known, Function<? super AbsenceReason, String> absent) {
    return switch (this) {
      case Known<T>(T value) -> known.apply(value);
      case Below<T>(T limit) -> "<" + known.apply(limit);
      case Above<T>(T limit) -> ">" + known.apply(limit);
      case Absent<T>(AbsenceReason reason) -> absent.apply(reason);
    };
  }

  /// Whether the value is at least `limit`.
  static Truth isAtLeast(Value<BigDecimal> value, BigDecimal limit) {
    return switch (value) {
      case Known<BigDecimal>(BigDecimal known) -> Truth.of(known.compareTo(limit) >= 0);
      case Below<BigDecimal>(BigDecimal below) ->
          below.compareTo(limit) <= 0 ? Truth.FALSE : Truth.UNKNOWN;
      case Above<BigDecimal>(BigDecimal above) ->
          above.compareTo(limit) >= 0 ? Truth.TRUE : Truth.UNKNOWN;
      case Absent<BigDecimal>(AbsenceReason _) -> Truth.UNKNOWN;
    };
  }

  /// Whether the value is more than `limit`.
  static Truth isMoreThan(Value<BigDecimal> value, BigDecimal limit) {
    return switch (value) {
      case Known<BigDecimal>(BigDecimal known) -> Truth.of(known.compareTo(limit) > 0);
      case Below<BigDecimal>(BigDecimal below) ->
          below.compareTo(limit) <= 0 ? Truth.FALSE : Truth.UNKNOWN;
      case Above<BigDecimal>(BigDecimal above) ->
          above.compareTo(limit) >= 0 ? Truth.TRUE : Truth.UNKNOWN;
      case Absent<BigDecimal>(AbsenceReason _) -> Truth.UNKNOWN;
    };
  }

  static Truth isLessThan(Value<BigDecimal> value, BigDecimal limit) {
    return isAtLeast(value, limit).not();
  }

  static Truth isAtMost(Value<BigDecimal> value, BigDecimal limit) {
    return isMoreThan(value, limit).not();
  }
}
