package org.myocohort.statistics.reported;

import static org.myocohort.statistics.reported.ReportedStatistic.Kind.MEAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;

/// All checks of one reported statistic.
///
/// | Printed | Checked against |
/// | --- | --- |
/// | bounds | their order; of a single value, each other |
/// | mean with a range | the range; with a size, what so many values with these ends can have |
/// | standard deviation of such a mean | the same |
/// | median | the range or the quartiles |
/// | interquartile range of fewer than five values | always a warning |
/// | estimate | its confidence interval |
/// | correlation and p | -1 to 1; with a size, each other |
/// | count, percentage | 0 to the size; with a size, a whole count |
/// | mean and standard deviation of whole numbers or of 0 and 1 | GRIM, GRIMMER, DEBIT |
///
/// A check that lacks one of its numbers is not made, and nothing is assumed in its place. Numbers
/// that fit give no finding.
public final class ConsistencyCheck {
  private ConsistencyCheck() {}

  /// The findings about a statistic, in the order of the table above; empty if everything fits.
  public static List<ReportedFinding> check(ReportedStatistic statistic) {
    List<ReportedFinding> findings = new ArrayList<>();
    PrintedBounds bounds = statistic.bounds();
    if (bounds != null) {
      findings.addAll(BoundsCheck.check(statistic, bounds));
    }
    deviation(statistic).ifPresent(findings::add);
    probability(statistic).ifPresent(findings::add);
    switch (statistic.kind()) {
      case MEAN -> findings.addAll(GranularityCheck.check(statistic));
      case COUNT -> CountCheck.count(statistic).ifPresent(findings::add);
      case PERCENT -> CountCheck.percent(statistic).ifPresent(findings::add);
      case CORRELATION -> CorrelationCheck.check(statistic).ifPresent(findings::add);
      case MEDIAN, OTHER -> {}
    }
    return List.copyOf(findings);
  }

  private static Optional<ReportedFinding> deviation(ReportedStatistic statistic) {
    PrintedNumber sd = statistic.standardDeviation();
    if (sd == null) {
      return Optional.empty();
    }
    if (sd.value().signum() < 0) {
      return Optional.of(
          ReportedFinding.of(statistic, FindingCode.SD_NEGATIVE, List.of(), new Printed(sd)));
    }
    Integer n = statistic.size();
    if (statistic.kind() == MEAN && n != null && n == 1 && sd.value().signum() > 0) {
      return Optional.of(
          ReportedFinding.of(
              statistic,
              FindingCode.SD_OF_ONE_VALUE,
              List.of(Assumption.SAMPLE_STANDARD_DEVIATION),
              new Printed(sd)));
    }
    return Optional.empty();
  }

  private static Optional<ReportedFinding> probability(ReportedStatistic statistic) {
    PrintedProbability p = statistic.p();
    if (p == null || p.possible()) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(statistic, FindingCode.P_OUTSIDE_LIMITS, List.of(), new PrintedP(p)));
  }
}
