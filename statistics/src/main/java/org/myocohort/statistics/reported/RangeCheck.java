package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.SampleLimits.DeviationLimits;

/// A mean, and its standard deviation if printed, against the range and the size of the sample.
///
/// With both ends attained by some of the `n` values:
///
///     ((n - 1) min + max) / n  <=  mean  <=  (min + (n - 1) max) / n
///
/// Without a size only `min <= mean <= max` holds. The limits of the standard deviation are those
/// of [SampleLimits].
final class RangeCheck {
  private static final int LIMIT_DIGITS = 6;
  // Limits are computed in double; a printed number this close to one is let pass.
  private static final double SLACK = 1e-9;

  private RangeCheck() {}

  static List<ReportedFinding> check(ReportedStatistic statistic, PrintedBounds bounds) {
    Optional<ReportedFinding> outside =
        BoundsCheck.between(statistic, bounds, FindingCode.MEAN_OUTSIDE_RANGE);
    if (outside.isPresent()) {
      return List.of(outside.get());
    }
    Integer n = statistic.size();
    if (n == null || n < 2) {
      return List.of();
    }
    Optional<ReportedFinding> beyond =
        above(statistic, bounds, n)
            .or(() -> below(statistic, bounds, n))
            .or(() -> deviation(statistic, bounds, n));
    return beyond.map(List::of).orElse(List.of());
  }

  private static Optional<ReportedFinding> above(
      ReportedStatistic statistic, PrintedBounds bounds, int n) {
    RoundingInterval min = bounds.lower().rounded();
    RoundingInterval max = bounds.upper().rounded();
    BigDecimal mean = statistic.value().rounded().lower();
    if (mean.multiply(of(n)).compareTo(nearEnd(min.upper(), max.upper(), n)) <= 0) {
      return Optional.empty();
    }
    BigDecimal low = bounds.lower().value();
    BigDecimal high = bounds.upper().value();
    return Optional.of(
        beyond(
            statistic,
            bounds,
            FindingCode.MEAN_ABOVE_LIMIT,
            n,
            nearEnd(low, high, n),
            nearEnd(min.upper(), max.upper(), n),
            smallestSize(high.subtract(low), high.subtract(mean)),
            smallestSize(max.upper().subtract(min.upper()), max.upper().subtract(mean))));
  }

  private static Optional<ReportedFinding> below(
      ReportedStatistic statistic, PrintedBounds bounds, int n) {
    RoundingInterval min = bounds.lower().rounded();
    RoundingInterval max = bounds.upper().rounded();
    BigDecimal mean = statistic.value().rounded().upper();
    if (mean.multiply(of(n)).compareTo(nearEnd(max.lower(), min.lower(), n)) >= 0) {
      return Optional.empty();
    }
    BigDecimal low = bounds.lower().value();
    BigDecimal high = bounds.upper().value();
    return Optional.of(
        beyond(
            statistic,
            bounds,
            FindingCode.MEAN_BELOW_LIMIT,
            n,
            nearEnd(high, low, n),
            nearEnd(max.lower(), min.lower(), n),
            smallestSize(high.subtract(low), mean.subtract(low)),
            smallestSize(max.lower().subtract(min.lower()), mean.subtract(min.lower()))));
  }

  private static ReportedFinding beyond(
      ReportedStatistic statistic,
      PrintedBounds bounds,
      FindingCode code,
      int n,
      BigDecimal sumLimit,
      BigDecimal sumLimitRounded,
      FindingValue smallestSize,
      FindingValue smallestSizeRounded) {
    return ReportedFinding.of(
        statistic,
        code,
        List.of(Assumption.ENDS_ATTAINED, Assumption.ALL_VALUES_PRESENT, Assumption.ROUNDED),
        new Printed(statistic.value()),
        new Count(n),
        new Printed(bounds.lower()),
        new Printed(bounds.upper()),
        limit(sumLimit, n),
        limit(sumLimitRounded, n),
        smallestSize,
        smallestSizeRounded);
  }

  private static Optional<ReportedFinding> deviation(
      ReportedStatistic statistic, PrintedBounds bounds, int n) {
    PrintedNumber sd = statistic.standardDeviation();
    if (sd == null || sd.value().signum() < 0) {
      return Optional.empty();
    }
    PrintedNumber min = bounds.lower();
    PrintedNumber max = bounds.upper();
    DeviationLimits wide =
        SampleLimits.deviation(statistic.value().rounded(), min.rounded(), max.rounded(), n);
    double slack = SLACK * Math.max(wide.high(), Math.abs(sd.value().doubleValue()));
    if (sd.rounded().upper().doubleValue() >= wide.low() - slack
        && sd.rounded().lower().doubleValue() <= wide.high() + slack) {
      return Optional.empty();
    }
    // Where only rounding brings the mean between its limits, the limit stands for it.
    double mean =
        Math.clamp(
            statistic.value().value().doubleValue(),
            min.value().doubleValue(),
            max.value().doubleValue());
    DeviationLimits asPrinted =
        SampleLimits.deviation(mean, min.value().doubleValue(), max.value().doubleValue(), n);
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.SD_OUTSIDE_RANGE,
            List.of(
                Assumption.SAMPLE_STANDARD_DEVIATION,
                Assumption.ENDS_ATTAINED,
                Assumption.ALL_VALUES_PRESENT,
                Assumption.ROUNDED),
            new Printed(sd),
            new Printed(statistic.value()),
            new Count(n),
            new Printed(min),
            new Printed(max),
            new Recomputed(asPrinted.low(), LIMIT_DIGITS),
            new Recomputed(asPrinted.high(), LIMIT_DIGITS),
            new Recomputed(wide.low(), LIMIT_DIGITS),
            new Recomputed(wide.high(), LIMIT_DIGITS)));
  }

  /// The sum of one value at the far end and all others at the near end.
  private static BigDecimal nearEnd(BigDecimal far, BigDecimal near, int n) {
    return far.add(near.multiply(of(n - 1)));
  }

  /// The smallest size at which a mean so far from the near end is possible.
  private static FindingValue smallestSize(BigDecimal range, BigDecimal distance) {
    if (distance.signum() <= 0) {
      return new None();
    }
    BigDecimal size = range.divide(distance, 0, RoundingMode.CEILING);
    return size.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        ? new None()
        : new Count(size.longValueExact());
  }

  private static FindingValue limit(BigDecimal sum, int n) {
    return new Recomputed(sum.divide(of(n), MathContext.DECIMAL64).doubleValue(), LIMIT_DIGITS);
  }

  private static BigDecimal of(int n) {
    return BigDecimal.valueOf(n);
  }
}
