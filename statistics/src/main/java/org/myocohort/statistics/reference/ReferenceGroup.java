package org.myocohort.statistics.reference;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What is printed of a group. Whatever is not printed is not known, and is not made up.
///
/// @param n how many
/// @param mean their mean
/// @param standardDeviation their standard deviation
/// @param minimum the smallest value
/// @param maximum the largest value
public record ReferenceGroup(
    OptionalInt n,
    OptionalDouble mean,
    OptionalDouble standardDeviation,
    OptionalDouble minimum,
    OptionalDouble maximum) {
  public ReferenceGroup {
    double low = minimum.orElse(Double.NEGATIVE_INFINITY);
    double high = maximum.orElse(Double.POSITIVE_INFINITY);
    double middle = mean.orElse(low);
    if (!(low <= middle && (mean.isEmpty() || middle <= high) && low <= high)) {
      throw new IllegalArgumentException(
          "minimum, mean and maximum must be in order but were "
              + low
              + ", "
              + middle
              + ", "
              + high);
    }
    if (n.orElse(1) < 1 || !(standardDeviation.orElse(0) >= 0)) {
      throw new IllegalArgumentException(
          "n must be at least 1 and the standard deviation at least 0 but were "
              + n
              + ", "
              + standardDeviation);
    }
  }

  /// A group of which mean and range are printed, and the number where it is.
  public static ReferenceGroup ofRange(OptionalInt n, double mean, double low, double high) {
    return new ReferenceGroup(
        n,
        OptionalDouble.of(mean),
        OptionalDouble.empty(),
        OptionalDouble.of(low),
        OptionalDouble.of(high));
  }

  /// A group of which number, mean and standard deviation are printed.
  public static ReferenceGroup ofSpread(int n, double mean, double standardDeviation) {
    return new ReferenceGroup(
        OptionalInt.of(n),
        OptionalDouble.of(mean),
        OptionalDouble.of(standardDeviation),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /// The standard deviations that values with this number, mean and range can have at all: with
  /// both ends of the range and otherwise equal values, and with values at the ends only. This is
  /// no estimate: nothing is assumed of how the values lie.
  ///
  ///     lowest²  = ((min-mean)² + (max-mean)² + (n-2)(rest-mean)²) / (n-1)
  ///     highest² = n (max-mean)(mean-min) / (n-1)
  ///
  /// - **Source:** the upper limit is the inequality of Bhatia and Davis, American Mathematical
  ///   Monthly 2000;107:353-357 (cited from memory; both limits are tested by trial).
  ///
  /// @return empty where number, mean or range is not known, or no values fit them
  public Optional<SpreadLimits> possibleSpread() {
    if (n.isEmpty()
        || n.getAsInt() < 2
        || mean.isEmpty()
        || minimum.isEmpty()
        || maximum.isEmpty()) {
      return Optional.empty();
    }
    int count = n.getAsInt();
    double middle = mean.getAsDouble();
    double low = minimum.getAsDouble();
    double high = maximum.getAsDouble();
    double rest = count == 2 ? middle : (count * middle - low - high) / (count - 2);
    double slack = 1e-9 * (high - low);
    boolean two = count > 2 || Math.abs(2 * middle - low - high) <= slack;
    if (!two || rest < low - slack || rest > high + slack) {
      return Optional.empty();
    }
    double least =
        square(low - middle) + square(high - middle) + (count - 2) * square(rest - middle);
    return Optional.of(
        new SpreadLimits(
            Math.sqrt(least / (count - 1)),
            Math.sqrt(count * (high - middle) * (middle - low) / (count - 1))));
  }

  private static double square(double value) {
    return value * value;
  }

  /// Between these every standard deviation lies that is possible.
  public record SpreadLimits(double lowest, double highest) {}
}
