package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// A count with its percentage, and the size if that is printed too.
///
/// With a size the percentage is recomputed. Without one it is asked whether any whole size has the
/// count as this percentage: `count / (percent + h) <= n / 100 <= count / (percent - h)`.
/// Percentages whose digits were cut off instead of rounded fit as well.
///
/// - **Input:** count at least 0, size at least the count.
///
/// @param id the caller's name of it
/// @param n the size, or null where it is not printed
public record ReportedShare(String id, int count, @Nullable Integer n, PrintedNumber percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// The finding about count, size and percentage, if they do not fit.
  public Optional<ReportedFinding> check() {
    if (percent.value().signum() < 0 || percent.value().compareTo(HUNDRED) > 0) {
      return Optional.of(
          ReportedFinding.of(
              id, FindingCode.PERCENT_OUTSIDE_LIMITS, List.of(), new Printed(percent)));
    }
    Integer size = n;
    return size == null ? anySize() : ofSize(size);
  }

  private Optional<ReportedFinding> ofSize(int size) {
    if (count > size) {
      return Optional.of(
          ReportedFinding.of(
              id,
              FindingCode.COUNT_EXCEEDS_N,
              List.of(Assumption.COUNT_OF_MEMBERS),
              new Printed(new PrintedNumber(Integer.toString(count), BigDecimal.valueOf(count))),
              new Count(size)));
    }
    BigDecimal exact = BigDecimal.valueOf(100L * count);
    if (holds(percent.rounded(), exact, size) || holds(percent.truncated(), exact, size)) {
      return Optional.empty();
    }
    int digits = Math.max(3, Math.min(15, percent.value().precision() + 1));
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.PERCENT_OF_COUNT,
            List.of(Assumption.SHARE_OF_THESE, Assumption.ROUNDED),
            new Printed(percent),
            new Count(count),
            new Count(size),
            new Recomputed(100.0 * count / size, digits)));
  }

  private static boolean holds(RoundingInterval printed, BigDecimal exact, int size) {
    RoundingInterval counts = printed.times(BigDecimal.valueOf(size));
    return counts.contains(exact);
  }

  private Optional<ReportedFinding> anySize() {
    BigDecimal low = percent.rounded().lower();
    BigDecimal high = percent.truncated().upper().max(percent.rounded().upper());
    if (count == 0 || low.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal exact = BigDecimal.valueOf(100L * count);
    BigDecimal smallest = exact.divide(high, 0, RoundingMode.CEILING);
    BigDecimal largest = exact.divide(low, 0, RoundingMode.FLOOR);
    if (smallest.max(BigDecimal.valueOf(count)).compareTo(largest) <= 0) {
      return Optional.empty();
    }
    int digits = 5;
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.SHARE_OF_NO_SIZE,
            List.of(Assumption.COUNT_OF_MEMBERS, Assumption.ROUNDED),
            new Count(count),
            new Printed(percent),
            high.signum() == 0
                ? new None()
                : new Recomputed(exact.doubleValue() / high.doubleValue(), digits),
            new Recomputed(exact.doubleValue() / low.doubleValue(), digits)));
  }
}
