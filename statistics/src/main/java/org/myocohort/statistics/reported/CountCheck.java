package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// Counts and percentages of members against the number of members.
///
/// A percentage `x` of `n` fits when a whole count lies in \[(x - h) n / 100, (x + h) n / 100\] and
/// in \[0, n\] (GRIM for percentages).
final class CountCheck {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DIGITS = 3;

  private CountCheck() {}

  static Optional<ReportedFinding> count(ReportedStatistic statistic) {
    PrintedNumber count = statistic.value();
    Integer n = statistic.size();
    if (count.whole().isEmpty()) {
      return Optional.of(
          ReportedFinding.of(
              statistic, FindingCode.COUNT_NOT_WHOLE, List.of(), new Printed(count)));
    }
    if (count.value().signum() < 0) {
      return Optional.of(
          ReportedFinding.of(statistic, FindingCode.COUNT_NEGATIVE, List.of(), new Printed(count)));
    }
    if (n != null && count.value().compareTo(BigDecimal.valueOf(n)) > 0) {
      return Optional.of(
          ReportedFinding.of(
              statistic,
              FindingCode.COUNT_EXCEEDS_N,
              List.of(Assumption.COUNT_OF_MEMBERS),
              new Printed(count),
              new Count(n)));
    }
    return Optional.empty();
  }

  static Optional<ReportedFinding> percent(ReportedStatistic statistic) {
    PrintedNumber percent = statistic.value();
    if (percent.value().signum() < 0 || percent.value().compareTo(HUNDRED) > 0) {
      return Optional.of(
          ReportedFinding.of(
              statistic, FindingCode.PERCENT_OUTSIDE_LIMITS, List.of(), new Printed(percent)));
    }
    Integer n = statistic.size();
    if (n == null) {
      return Optional.empty();
    }
    BigDecimal size = BigDecimal.valueOf(n);
    RoundingInterval counts = percent.rounded().times(size.movePointLeft(2));
    BigDecimal above = counts.lower().setScale(0, RoundingMode.CEILING);
    BigDecimal below = counts.upper().setScale(0, RoundingMode.FLOOR);
    if (above.compareTo(below) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.GRIM_PERCENT,
            List.of(Assumption.COUNT_OF_MEMBERS, Assumption.ALL_VALUES_PRESENT, Assumption.ROUNDED),
            new Printed(percent),
            new Count(n),
            wholeCount(below, n),
            share(below, n, percent),
            wholeCount(above, n),
            share(above, n, percent)));
  }

  private static FindingValue wholeCount(BigDecimal count, int n) {
    return possible(count, n) ? new Count(count.longValueExact()) : new None();
  }

  /// The percentage, with a digit more than the source prints so that the two differ.
  private static FindingValue share(BigDecimal count, int n, PrintedNumber printed) {
    if (!possible(count, n)) {
      return new None();
    }
    int digits = Math.max(PERCENT_DIGITS, Math.min(15, printed.value().precision() + 1));
    return new Recomputed(100 * count.doubleValue() / n, digits);
  }

  private static boolean possible(BigDecimal count, int n) {
    return count.signum() >= 0 && count.compareTo(BigDecimal.valueOf(n)) <= 0;
  }
}
