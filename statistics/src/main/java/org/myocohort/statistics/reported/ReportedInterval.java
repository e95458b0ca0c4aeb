package org.myocohort.statistics.reported;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// An estimate with its 95 % confidence interval and perhaps a p, as printed together.
///
///     standard error = (high - low) / (2 * 1.959964), z = estimate / standard error
///
/// on the scale of the estimate for a difference, on that of its logarithm for a ratio. There the
/// estimate should also be the middle of the interval. Everything is asked over the rounding of
/// every number: a finding is made only where no true values fit.
///
/// - **Input:** for a ratio, all three numbers above 0 after rounding; otherwise nothing is said.
/// - **Special case:** exact, profile and bootstrap intervals are not symmetric, and p may come from
///   another test: the middle is a note and may be off by a twentieth of the width, and p is asked
///   for its side of 0.05 only.
/// - **Source:** Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ
///   2011;343:d2304, doi:10.1136/bmj.d2304.
///
/// @param id the caller's name of it
/// @param p the p printed with it, or null
public record ReportedInterval(
    String id,
    Scale scale,
    PrintedNumber estimate,
    PrintedBounds bounds,
    @Nullable PrintedProbability p) {
  private static final double QUANTILE =
      NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
  private static final int DIGITS = 4;
  private static final int P_DIGITS = 3;

  // Profile and exact intervals lean by a few percent of their width.
  private static final double MIDDLE_SLACK = 0.05;

  /// What the estimate is.
  public enum Scale {
    /// A ratio, where 1 says no difference.
    RATIO,
    /// A difference, where 0 does.
    DIFFERENCE
  }

  private record Ends(double low, double high) {}

  /// The findings: the bounds' order and place, the middle, and p against the interval.
  public List<ReportedFinding> check() {
    List<ReportedFinding> findings =
        new ArrayList<>(
            ConsistencyCheck.check(
                ReportedStatistic.of(id, ReportedStatistic.Kind.OTHER, estimate)
                    .withBounds(bounds)));
    if (!findings.isEmpty()) {
      return findings;
    }
    Ends value = ends(estimate);
    Ends low = ends(bounds.lower());
    Ends high = ends(bounds.upper());
    // The logarithm of what may be 0 is no number.
    if (!Double.isFinite(value.low()) || !Double.isFinite(low.low())) {
      return findings;
    }
    Ends middle = new Ends((low.low() + high.low()) / 2, (low.high() + high.high()) / 2);
    double slack = MIDDLE_SLACK * (high.high() - low.low());
    if (value.high() < middle.low() - slack || value.low() > middle.high() + slack) {
      findings.add(
          ReportedFinding.of(
              id,
              FindingCode.INTERVAL_NOT_SYMMETRIC,
              List.of(Assumption.NORMAL_INTERVAL, Assumption.ROUNDED),
              new Printed(estimate),
              new Printed(bounds.lower()),
              new Printed(bounds.upper()),
              new Recomputed(back(middle.low()), DIGITS),
              new Recomputed(back(middle.high()), DIGITS)));
    }
    PrintedProbability printed = p;
    if (printed != null && printed.possible()) {
      againstP(printed, value, low, high, findings);
    }
    return findings;
  }

  private void againstP(
      PrintedProbability printed, Ends value, Ends low, Ends high, List<ReportedFinding> findings) {
    Boolean significant = printed.significant();
    if (significant == null) {
      return;
    }
    // The interval holds no difference, or leaves it out, whatever the rounding.
    boolean holds = low.high() < 0 && high.low() > 0;
    boolean leavesOut = low.low() > 0 || high.high() < 0;
    if (significant ? !holds : !leavesOut) {
      return;
    }
    double wide = high.high() - low.low();
    double narrow = Math.max(1e-300, high.low() - low.high());
    double farthest = Math.max(Math.abs(value.low()), Math.abs(value.high()));
    double nearest =
        value.low() <= 0 && value.high() >= 0
            ? 0
            : Math.min(Math.abs(value.low()), Math.abs(value.high()));
    double smallest = pOf(farthest, narrow);
    double largest = pOf(nearest, wide);
    if (printed.fits(smallest, largest)) {
      return;
    }
    findings.add(
        ReportedFinding.of(
            id,
            FindingCode.P_AGAINST_INTERVAL,
            List.of(
                Assumption.NORMAL_INTERVAL,
                Assumption.TWO_SIDED,
                Assumption.P_OF_THIS_TEST,
                Assumption.ROUNDED),
            new Printed(estimate),
            new Printed(bounds.lower()),
            new Printed(bounds.upper()),
            new PrintedP(printed),
            new Recomputed(smallest, P_DIGITS),
            new Recomputed(largest, P_DIGITS)));
  }

  private static double pOf(double size, double width) {
    return 2 * NormalDistribution.of(0, 1).survivalProbability(size / width * 2 * QUANTILE);
  }

  private Ends ends(PrintedNumber number) {
    double low = number.rounded().lower().doubleValue();
    double high = number.rounded().upper().doubleValue();
    return switch (scale) {
      case RATIO -> new Ends(low > 0 ? Math.log(low) : Double.NaN, Math.log(high));
      case DIFFERENCE -> new Ends(low, high);
    };
  }

  private double back(double value) {
    return switch (scale) {
      case RATIO -> Math.exp(value);
      case DIFFERENCE -> value;
    };
  }
}
