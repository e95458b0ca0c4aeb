package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// Means and standard deviations of whole numbers against the size: GRIM, GRIMMER and DEBIT.
///
/// With `n` members, each the mean of `m` whole numbers, and half a unit `h` of the last digit:
///
///     GRIM     some whole S with (mean - h) n m <= S <= (mean + h) n m
///     GRIMMER  besides, whole numbers with that sum S and a standard deviation in [sd - h, sd + h]
///     DEBIT    sd = sqrt( n / (n - 1) p (1 - p) ) for some p in [mean - h, mean + h] and [0, 1]
///
/// GRIM says nothing once `n m >= 10^decimals`. GRIMMER asks whether such numbers really exist, see
/// [WholeNumberSamples].
///
/// - **Source:** Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-369,
///   doi:10.1177/1948550616673876. Heathers JAJ, Brown NJL. DEBIT. OSF 2019, osf.io/5vb3u. Anaya J.
///   The GRIMMER test. PeerJ Preprints 2016;4:e2400v1, doi:10.7287/peerj.preprints.2400v1; its
///   closed form is replaced by the search.
final class GranularityCheck {
  private static final int DIGITS = 6;

  private GranularityCheck() {}

  static List<ReportedFinding> check(ReportedStatistic statistic) {
    Integer n = statistic.size();
    if (n == null) {
      return List.of();
    }
    List<ReportedFinding> findings = new ArrayList<>();
    switch (statistic.valueType()) {
      case UNSTATED -> {}
      case WHOLE -> grim(statistic, n).or(() -> grimmer(statistic, n)).ifPresent(findings::add);
      case ZERO_OR_ONE -> {
        grim(statistic, n).ifPresent(findings::add);
        debit(statistic, n).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<ReportedFinding> grim(ReportedStatistic statistic, int n) {
    BigDecimal numbers = BigDecimal.valueOf((long) n * statistic.items());
    RoundingInterval sums = statistic.value().rounded().times(numbers);
    BigDecimal above = sums.lower().setScale(0, RoundingMode.CEILING);
    BigDecimal below = sums.upper().setScale(0, RoundingMode.FLOOR);
    if (above.compareTo(below) <= 0) {
      return Optional.empty();
    }
    int digits = Math.clamp(statistic.value().value().precision() + 1, 3, 15);
    double divisor = numbers.doubleValue();
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.GRIM_MEAN,
            assumptions(statistic),
            new Printed(statistic.value()),
            new Count(n),
            new Count(statistic.items()),
            new Recomputed(sums.lower().doubleValue(), DIGITS),
            new Recomputed(sums.upper().doubleValue(), DIGITS),
            new Recomputed(below.doubleValue() / divisor, digits),
            new Recomputed(above.doubleValue() / divisor, digits)));
  }

  private static Optional<ReportedFinding> grimmer(ReportedStatistic statistic, int n) {
    PrintedNumber sd = statistic.standardDeviation();
    if (sd == null || n < 2 || sd.value().signum() < 0) {
      return Optional.empty();
    }
    // A scale's mean times its items is a whole number, and so are the sums of its squares.
    BigDecimal items = BigDecimal.valueOf(statistic.items());
    WholeNumberSamples.Answer answer =
        WholeNumberSamples.search(
            statistic.value().rounded().times(items), sd.rounded().times(items), n);
    if (answer.possible()) {
      return Optional.empty();
    }
    int digits = Math.clamp(sd.value().precision() + 1, 3, 15);
    List<Assumption> assumptions = new ArrayList<>(assumptions(statistic));
    assumptions.addFirst(Assumption.SAMPLE_STANDARD_DEVIATION);
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.GRIMMER_SD,
            assumptions,
            new Printed(sd),
            new Printed(statistic.value()),
            new Count(n),
            new Count(statistic.items()),
            nearest(answer.below(), statistic.items(), digits),
            nearest(answer.above(), statistic.items(), digits)));
  }

  private static Optional<ReportedFinding> debit(ReportedStatistic statistic, int n) {
    PrintedNumber sd = statistic.standardDeviation();
    if (sd == null || n < 2 || sd.value().signum() < 0) {
      return Optional.empty();
    }
    RoundingInterval printed = statistic.value().rounded();
    BigDecimal low = printed.lower().max(BigDecimal.ZERO);
    BigDecimal high = printed.upper().min(BigDecimal.ONE);
    if (low.compareTo(high) > 0) {
      return Optional.empty();
    }
    BigDecimal half = new BigDecimal("0.5");
    BigDecimal largest =
        low.compareTo(half) <= 0 && half.compareTo(high) <= 0
            ? spread(half)
            : spread(low).max(spread(high));
    BigDecimal smallest = spread(low).min(spread(high));
    // Compared as squares times n - 1, which is exact.
    BigDecimal size = BigDecimal.valueOf(n);
    BigDecimal sdLow = sd.rounded().lower().max(BigDecimal.ZERO);
    BigDecimal sdHigh = sd.rounded().upper();
    BigDecimal below = BigDecimal.valueOf(n - 1L);
    if (sdLow.multiply(sdLow).multiply(below).compareTo(size.multiply(largest)) <= 0
        && sdHigh.multiply(sdHigh).multiply(below).compareTo(size.multiply(smallest)) >= 0) {
      return Optional.empty();
    }
    List<Assumption> assumptions = new ArrayList<>(assumptions(statistic));
    assumptions.addFirst(Assumption.SAMPLE_STANDARD_DEVIATION);
    double factor = (double) n / (n - 1);
    return Optional.of(
        ReportedFinding.of(
            statistic,
            FindingCode.DEBIT_SD,
            assumptions,
            new Printed(sd),
            new Printed(statistic.value()),
            new Count(n),
            new Recomputed(Math.sqrt(factor * smallest.doubleValue()), 4),
            new Recomputed(Math.sqrt(factor * largest.doubleValue()), 4)));
  }

  private static BigDecimal spread(BigDecimal p) {
    return p.multiply(BigDecimal.ONE.subtract(p));
  }

  private static FindingValue nearest(double deviation, int items, int digits) {
    return Double.isNaN(deviation) ? new None() : new Recomputed(deviation / items, digits);
  }

  private static List<Assumption> assumptions(ReportedStatistic statistic) {
    Assumption values =
        statistic.valueType() == ReportedStatistic.ValueType.ZERO_OR_ONE
            ? Assumption.ZEROS_AND_ONES
            : Assumption.WHOLE_NUMBERS;
    return List.of(values, Assumption.ALL_VALUES_PRESENT, Assumption.ROUNDED);
  }
}
