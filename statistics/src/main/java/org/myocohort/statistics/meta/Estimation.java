package org.myocohort.statistics.meta;

import java.util.Optional;
import java.util.function.Function;

/// A result, or the reason why there is none.
///
/// @param <T> what is estimated
public sealed interface Estimation<T> {
  /// A result.
  ///
  /// @param value what was estimated
  record Estimated<T>(T value) implements Estimation<T> {}

  /// No result.
  ///
  /// @param reason why
  record NotEstimable<T>(Reason reason) implements Estimation<T> {}

  static <T> Estimation<T> of(T value) {
    return new Estimated<>(value);
  }

  static <T> Estimation<T> not(Reason reason) {
    return new NotEstimable<>(reason);
  }

  /// A number where it is one; what overflowed or has no value becomes the reason.
  static Estimation<Double> number(double value, Reason otherwise) {
    return Double.isFinite(value) ? of(value) : not(otherwise);
  }

  /// The result where there is one.
  default Optional<T> result() {
    return switch (this) {
      case Estimated<T>(T value) -> Optional.of(value);
      case NotEstimable<T> _ -> Optional.empty();
    };
  }

  /// The reason where there is no result.
  default Optional<Reason> missing() {
    return switch (this) {
      case Estimated<T> _ -> Optional.empty();
      case NotEstimable<T>(Reason reason) -> Optional.of(reason);
    };
  }

  /// What follows from the result.
  default <S> Estimation<S> then(Function<T, Estimation<S>> next) {
    return switch (this) {
      case Estimated<T>(T value) -> next.apply(value);
      case NotEstimable<T>(Reason reason) -> not(reason);
    };
  }

  /// The result turned into another one.
  default <S> Estimation<S> map(Function<T, S> next) {
    return then(value -> of(next.apply(value)));
  }
}
