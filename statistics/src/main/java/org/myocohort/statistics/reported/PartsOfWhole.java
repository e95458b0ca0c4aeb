package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;

/// Parts that exclude each other and are all the parts of a whole.
public final class PartsOfWhole {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DIGITS = 6;

  private PartsOfWhole() {}

  /// Sizes of parts against the size of the whole.
  public static Optional<ReportedFinding> sizes(String id, int whole, List<Integer> parts) {
    long sum = parts.stream().mapToLong(Integer::longValue).sum();
    if (sum == whole) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.PARTS_SUM,
            List.of(Assumption.ALL_PARTS),
            new Count(whole),
            new Text(parts.stream().map(String::valueOf).collect(Collectors.joining(" + "))),
            new Count(sum)));
  }

  /// Percentages of all the parts: their sum is 100 within the sum of their half units.
  public static Optional<ReportedFinding> percentages(String id, List<PrintedNumber> parts) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (PrintedNumber part : parts) {
      low = low.add(part.rounded().lower());
      high = high.add(part.rounded().upper());
      sum = sum.add(part.value());
    }
    if (low.compareTo(HUNDRED) <= 0 && HUNDRED.compareTo(high) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.PERCENTAGES_SUM,
            List.of(Assumption.ALL_PARTS, Assumption.ROUNDED),
            new Text(parts.stream().map(PrintedNumber::text).collect(Collectors.joining(" + "))),
            new Recomputed(sum.doubleValue(), DIGITS),
            new Recomputed(low.doubleValue(), DIGITS),
            new Recomputed(high.doubleValue(), DIGITS)));
  }
}
