package org.myocohort.statistics.reported;

import static org.myocohort.statistics.reported.ReportedStatistic.Kind.MEAN;
import static org.myocohort.statistics.reported.ReportedStatistic.Kind.MEDIAN;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.Values;

/// A printed value against the bounds printed with it, whatever they are.
final class BoundsCheck {
  private static final int FEW = 5;

  private BoundsCheck() {}

  static List<ReportedFinding> check(ReportedStatistic statistic, PrintedBounds bounds) {
    List<ReportedFinding> findings = new ArrayList<>();
    if (bounds.reversed()) {
      findings.add(
          ReportedFinding.of(
              statistic,
              FindingCode.BOUNDS_REVERSED,
              List.of(),
              new Printed(bounds.low()),
              new Printed(bounds.high())));
    }
    switch (bounds.kind()) {
      case RANGE -> {
        Optional<ReportedFinding> ofOne = ofOneValue(statistic, bounds);
        if (ofOne.isPresent()) {
          findings.add(ofOne.get());
        } else if (statistic.kind() == MEAN) {
          findings.addAll(RangeCheck.check(statistic, bounds));
        } else if (statistic.kind() == MEDIAN) {
          between(statistic, bounds, FindingCode.MEDIAN_OUTSIDE_RANGE).ifPresent(findings::add);
        }
      }
      case INTERQUARTILE_RANGE -> {
        if (statistic.kind() == MEDIAN) {
          between(statistic, bounds, FindingCode.MEDIAN_OUTSIDE_QUARTILES).ifPresent(findings::add);
        }
        ofOneValue(statistic, bounds)
            .or(() -> ofFewValues(statistic, bounds))
            .ifPresent(findings::add);
      }
      case CONFIDENCE_INTERVAL ->
          between(statistic, bounds, FindingCode.ESTIMATE_OUTSIDE_INTERVAL)
              .ifPresent(findings::add);
    }
    return findings;
  }

  /// The finding that the value lies outside the bounds, by more than rounding explains.
  static Optional<ReportedFinding> between(
      ReportedStatistic statistic, PrintedBounds bounds, FindingCode code) {
    RoundingInterval value = statistic.value().rounded();
    BigDecimal lowest = bounds.lower().rounded().lower();
    BigDecimal highest = bounds.upper().rounded().upper();
    if (value.meets(new RoundingInterval(lowest, highest))) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            statistic,
            code,
            List.of(Assumption.ROUNDED),
            new Printed(statistic.value()),
            new Printed(bounds.lower()),
            new Printed(bounds.upper())));
  }

  private static Optional<ReportedFinding> ofOneValue(
      ReportedStatistic statistic, PrintedBounds bounds) {
    Integer n = statistic.size();
    if (n == null || n != 1 || bounds.lower().rounded().meets(bounds.upper().rounded())) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.BOUNDS_OF_ONE_VALUE,
            List.of(Assumption.ROUNDED),
            new Count(n),
            new Printed(bounds.lower()),
            new Printed(bounds.upper())));
  }

  private static Optional<ReportedFinding> ofFewValues(
      ReportedStatistic statistic, PrintedBounds bounds) {
    Integer n = statistic.size();
    if (n == null || n >= FEW) {
      return Optional.empty();
    }
    BigDecimal q1 = bounds.lower().value();
    BigDecimal median = statistic.value().value();
    BigDecimal q3 = bounds.upper().value();
    boolean inOrder = q1.compareTo(median) <= 0 && median.compareTo(q3) <= 0;
    if (n == 3 && statistic.kind() == MEDIAN && inOrder) {
      return Optional.of(
          ReportedFinding.of(
              statistic,
              FindingCode.IQR_OF_THREE,
              List.of(Assumption.QUARTILE_METHOD_NOT_NAMED),
              new Count(n),
              new Printed(statistic.value()),
              new Printed(bounds.lower()),
              new Printed(bounds.upper()),
              values(QuantileMethod.WEIBULL, q1, median, q3),
              values(QuantileMethod.LINEAR, q1, median, q3)));
    }
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.IQR_OF_FEW,
            List.of(Assumption.QUARTILE_METHOD_NOT_NAMED),
            new Count(n),
            new Printed(bounds.lower()),
            new Printed(bounds.upper())));
  }

  private static Values values(
      QuantileMethod method, BigDecimal q1, BigDecimal median, BigDecimal q3) {
    return new Values(method.valuesOfThree(q1, median, q3).orElseThrow());
  }
}
