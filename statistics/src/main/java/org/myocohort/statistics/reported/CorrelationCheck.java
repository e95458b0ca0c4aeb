package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.PearsonCorrelation;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// A correlation against its limits, and its p against `r` and `n`.
///
/// The printed `r` stands for an interval of `|r|`; the larger `|r|`, the smaller p. The pair fits
/// as it stands when the p of the printed `r` can be printed as the printed p, it fits by rounding
/// when the p of some `r` in the interval can, and otherwise it does not fit.
final class CorrelationCheck {
  private static final int P_DIGITS = 2;
  private static final int R_DIGITS = 3;

  private CorrelationCheck() {}

  static Optional<ReportedFinding> check(ReportedStatistic statistic) {
    PrintedNumber r = statistic.value();
    if (r.value().abs().compareTo(BigDecimal.ONE) > 0) {
      return Optional.of(
          ReportedFinding.of(
              statistic, FindingCode.CORRELATION_OUTSIDE_LIMITS, List.of(), new Printed(r)));
    }
    Integer n = statistic.size();
    PrintedProbability p = statistic.p();
    if (n == null || n < 3 || p == null || !p.possible()) {
      return Optional.empty();
    }
    return pAgainstSize(statistic, r, n, p);
  }

  private static Optional<ReportedFinding> pAgainstSize(
      ReportedStatistic statistic, PrintedNumber r, int n, PrintedProbability printed) {
    double smallestSize = r.value().abs().subtract(r.halfUnit()).max(BigDecimal.ZERO).doubleValue();
    double largestSize = r.value().abs().add(r.halfUnit()).min(BigDecimal.ONE).doubleValue();
    double recomputed = PearsonCorrelation.p(r.value().doubleValue(), n);
    double pLow = PearsonCorrelation.p(largestSize, n);
    double pHigh = PearsonCorrelation.p(smallestSize, n);
    double printedLow = printed.interval().lower().doubleValue();
    double printedHigh = printed.interval().upper().doubleValue();
    if (recomputed >= printedLow && recomputed <= printedHigh) {
      return Optional.empty();
    }
    boolean byRounding = pLow <= printedHigh && pHigh >= printedLow;
    return Optional.of(
        ReportedFinding.of(
            statistic,
            byRounding
                ? FindingCode.P_FROM_CORRELATION_BY_ROUNDING
                : FindingCode.P_FROM_CORRELATION,
            List.of(
                Assumption.PEARSON_TWO_SIDED, Assumption.ALL_VALUES_PRESENT, Assumption.ROUNDED),
            new Printed(r),
            new Count(n),
            new PrintedP(printed),
            new Recomputed(recomputed, P_DIGITS),
            new Recomputed(pLow, P_DIGITS),
            new Recomputed(pHigh, P_DIGITS),
            new Recomputed(PearsonCorrelation.sizeForP(printedHigh, n), R_DIGITS),
            new Recomputed(PearsonCorrelation.sizeForP(printedLow, n), R_DIGITS)));
  }
}
