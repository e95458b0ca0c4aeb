package org.myocohort.statistics.inference;

import java.util.OptionalDouble;

/// A number, perhaps infinite, or the reason why there is none.
public sealed interface Quantity {

  /// A number.
  ///
  /// @param number never NaN
  record Given(double number) implements Quantity {
    public Given {
      if (Double.isNaN(number)) {
        throw new IllegalArgumentException("a number was expected but was NaN");
      }
    }
  }

  /// No number.
  ///
  /// @param reason why
  record Missing(Absence reason) implements Quantity {}

  static Quantity of(double number) {
    return new Given(number);
  }

  static Quantity missing(Absence reason) {
    return new Missing(reason);
  }

  /// The number, or the reason where it has no value.
  static Quantity orMissing(double number, Absence reason) {
    return Double.isNaN(number) ? missing(reason) : of(number);
  }

  /// The number where there is one.
  default OptionalDouble value() {
    return switch (this) {
      case Given(double number) -> OptionalDouble.of(number);
      case Missing _ -> OptionalDouble.empty();
    };
  }

  /// The number, of which the caller knows that it is there.
  default double number() {
    return value().orElseThrow();
  }
}
