package org.myocohort.statistics.reported;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;

/// Two means with their standard deviations and sizes, and the p of their comparison.
///
/// The p of the Welch and of the pooled t test is an interval over the rounding of all four
/// numbers. Where the printed p lies outside, but fits the same tests with the second numbers taken
/// as standard errors, the finding asks what they are.
///
/// - **Input:** sizes at least 2, standard deviations above 0.
/// - **Source:** Welch BL. Biometrika 1947;34:28-35, doi:10.1093/biomet/34.1-2.28.
///
/// @param id the caller's name of it
public record ReportedMeans(String id, Group first, Group second, PrintedProbability p) {
  private static final int P_DIGITS = 3;

  /// One group as printed.
  ///
  /// @param deviation its standard deviation, or what is taken for it
  public record Group(PrintedNumber mean, PrintedNumber deviation, int n) {
    public Group {
      if (!(n >= 2 && deviation.value().signum() > 0)) {
        throw new IllegalArgumentException(
            "a group must have n of at least 2 and a deviation above 0 but had %d and %s"
                .formatted(n, deviation.text()));
      }
    }

    private Text text() {
      return new Text(mean.text() + " \u00B1 " + deviation.text());
    }
  }

  private record Limits(double low, double high) {}

  /// The finding about the printed p, if neither test gives it.
  public Optional<ReportedFinding> check() {
    Limits asDeviations = limits(false);
    if (!p.possible() || fits(asDeviations)) {
      return Optional.empty();
    }
    Limits asErrors = limits(true);
    List<Assumption> assumptions =
        List.of(
            Assumption.INDEPENDENT_UNADJUSTED,
            Assumption.SAMPLE_STANDARD_DEVIATION,
            Assumption.P_OF_THIS_TEST,
            Assumption.ROUNDED);
    if (fits(asErrors)) {
      return Optional.of(
          ReportedFinding.of(
              id,
              FindingCode.SD_AS_STANDARD_ERROR,
              assumptions,
              first.text(),
              new Count(first.n()),
              second.text(),
              new Count(second.n()),
              new PrintedP(p),
              new Recomputed(asDeviations.low(), P_DIGITS),
              new Recomputed(asDeviations.high(), P_DIGITS),
              new Recomputed(asErrors.low(), P_DIGITS),
              new Recomputed(asErrors.high(), P_DIGITS)));
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.P_FROM_MEANS,
            assumptions,
            first.text(),
            new Count(first.n()),
            second.text(),
            new Count(second.n()),
            new PrintedP(p),
            new Recomputed(asDeviations.low(), P_DIGITS),
            new Recomputed(asDeviations.high(), P_DIGITS)));
  }

  private boolean fits(Limits limits) {
    return p.fits(limits.low(), limits.high()) || p.fits(limits.low() / 2, limits.high() / 2);
  }

  private Limits limits(boolean standardErrors) {
    double distance = first.mean().value().subtract(second.mean().value()).abs().doubleValue();
    double half = first.mean().halfUnit().add(second.mean().halfUnit()).doubleValue();
    double low = 1;
    double high = 0;
    for (int sign = -1; sign <= 1; sign += 2) {
      double d = Math.max(0, distance - sign * half);
      double a = end(first.deviation(), sign);
      double b = end(second.deviation(), sign);
      double va = standardErrors ? a * a : a * a / first.n();
      double vb = standardErrors ? b * b : b * b / second.n();
      for (double p : new double[] {welch(d, va, vb), pooled(d, va, vb)}) {
        low = Math.min(low, p);
        high = Math.max(high, p);
      }
    }
    return new Limits(low, high);
  }

  private static double end(PrintedNumber number, int sign) {
    return Math.max(0, number.value().doubleValue() + sign * number.halfUnit().doubleValue());
  }

  private double welch(double distance, double va, double vb) {
    double v = va + vb;
    double df = v * v / (va * va / (first.n() - 1) + vb * vb / (second.n() - 1));
    return p(distance, v, df);
  }

  private double pooled(double distance, double va, double vb) {
    double n1 = first.n();
    double n2 = second.n();
    double df = n1 + n2 - 2;
    double pooled = ((n1 - 1) * va * n1 + (n2 - 1) * vb * n2) / df;
    return p(distance, pooled * (1 / n1 + 1 / n2), df);
  }

  private static double p(double distance, double variance, double df) {
    if (!(variance > 0)) {
      return distance > 0 ? 0 : 1;
    }
    return Math.min(
        1, 2 * TDistribution.of(df).survivalProbability(distance / Math.sqrt(variance)));
  }
}
