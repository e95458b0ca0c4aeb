package org.myocohort.statistics.reported;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;

/// A test statistic, its degrees of freedom and its p, as printed together.
///
/// The p of every statistic that rounds to the printed one is an interval; the printed p fits when
/// it can be a rounded p of that interval, or lies on the printed side of its limit.
///
/// - **Input:** the statistic as printed, its sign not counting; degrees of freedom above 0, also
///   not whole; none for `z`, one for `t`, `r`, chi-squared and `Q`, two for `F`.
/// - **Special case:** where only half of the two-sided p fits, the finding asks whether the test
///   was one-sided. A test that is said to be one-sided is found only where the decision at 0.05
///   rests on that.
/// - **Source:** Nuijten MB, Hartgerink CHJ, van Assen MALM, Epskamp S, Wicherts JM. The prevalence
///   of statistical reporting errors in psychology (1985-2013). Behav Res Methods
///   2016;48:1205-1226, doi:10.3758/s13428-015-0664-2.
///
/// @param id the caller's name of it
/// @param text the test as printed, without its p
/// @param df the (first) degrees of freedom; not used for `z`
/// @param df2 the degrees of freedom of the denominator of `F`; not used elsewhere
/// @param oneSided whether the source says that the test was one-sided
public record ReportedTest(
    String id,
    Kind kind,
    String text,
    PrintedNumber value,
    double df,
    double df2,
    PrintedProbability p,
    boolean oneSided) {
  private static final int P_DIGITS = 3;

  /// Which distribution the statistic follows.
  public enum Kind {
    /// Student's t.
    T,
    /// Fisher's F.
    F,
    /// Pearson's correlation, tested by t with two fewer than the pairs.
    R,
    /// Chi-squared; also of a heterogeneity test.
    CHI_SQUARED,
    /// The normal distribution.
    Z
  }

  public ReportedTest {
    if (kind != Kind.Z && !(df > 0)) {
      throw new IllegalArgumentException("degrees of freedom must be above 0 but were " + df);
    }
    if (kind == Kind.F && !(df2 > 0)) {
      throw new IllegalArgumentException("degrees of freedom must be above 0 but were " + df2);
    }
  }

  /// The finding about the printed p, if it does not fit.
  public Optional<ReportedFinding> check() {
    if (!p.possible()) {
      return Optional.of(
          ReportedFinding.of(id, FindingCode.P_OUTSIDE_LIMITS, List.of(), new PrintedP(p)));
    }
    double size = value.value().abs().doubleValue();
    double half = value.halfUnit().doubleValue();
    if (kind == Kind.R && size - half > 1) {
      return Optional.empty();
    }
    double recomputed = twoSided(size);
    double low = twoSided(size + half);
    double high = twoSided(Math.max(0, size - half));
    if (p.fits(low, high)) {
      return Optional.empty();
    }
    boolean twoSidedKind = kind == Kind.T || kind == Kind.Z || kind == Kind.R;
    Boolean said = p.significant();
    boolean decision = said != null && (said ? low > 0.05 : high <= 0.05);
    if (twoSidedKind && p.fits(low / 2, high / 2)) {
      if (oneSided && !decision) {
        return Optional.empty();
      }
      return Optional.of(
          ReportedFinding.of(
              id,
              oneSided ? FindingCode.P_ONE_SIDED_DECISION : FindingCode.P_ONE_SIDED_ASKED,
              List.of(Assumption.P_OF_THIS_TEST, Assumption.ROUNDED),
              new Text(text),
              new PrintedP(p),
              new Recomputed(recomputed, P_DIGITS),
              new Recomputed(recomputed / 2, P_DIGITS)));
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            decision ? FindingCode.P_FROM_TEST_DECISION : FindingCode.P_FROM_TEST,
            twoSidedKind
                ? List.of(Assumption.TWO_SIDED, Assumption.P_OF_THIS_TEST, Assumption.ROUNDED)
                : List.of(Assumption.P_OF_THIS_TEST, Assumption.ROUNDED),
            new Text(text),
            new PrintedP(p),
            new Recomputed(recomputed, P_DIGITS),
            new Recomputed(low, P_DIGITS),
            new Recomputed(high, P_DIGITS)));
  }

  /// The p of a statistic of this size; two-sided where its distribution has two sides.
  double twoSided(double size) {
    return switch (kind) {
      case T -> 2 * TDistribution.of(df).survivalProbability(size);
      case F -> FDistribution.of(df, df2).survivalProbability(size);
      case R ->
          size >= 1
              ? 0
              : 2
                  * TDistribution.of(df)
                      .survivalProbability(size * Math.sqrt(df / ((1 - size) * (1 + size))));
      case CHI_SQUARED -> ChiSquaredDistribution.of(df).survivalProbability(size);
      case Z -> 2 * NormalDistribution.of(0, 1).survivalProbability(size);
    };
  }
}
