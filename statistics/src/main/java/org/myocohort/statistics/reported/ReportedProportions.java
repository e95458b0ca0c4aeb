package org.myocohort.statistics.reported;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.myocohort.statistics.TwoProportions;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// Two counts of two sizes and the p of their comparison, as printed together.
///
/// The printed p fits when it lies between the smallest and the largest of three usual ones, or of
/// their halves where the test may have been one-sided: Fisher's exact test (the sum of all tables
/// not more probable than the printed one), Pearson's chi-squared test, and the same with Yates'
/// correction. Other tests mostly lie between them.
///
/// - **Input:** `0 <= count <= size` in both groups, sizes at least 1.
/// - **Source:** Fisher RA. Statistical Methods for Research Workers, 1934, section 21.02. Yates F.
///   J R Stat Soc Suppl 1934;1:217-235, doi:10.2307/2983604.
///
/// @param id the caller's name of it
public record ReportedProportions(
    String id, int count1, int n1, int count2, int n2, PrintedProbability p) {
  private static final int P_DIGITS = 3;

  public ReportedProportions {
    if (!(n1 >= 1 && count1 >= 0 && count1 <= n1 && n2 >= 1 && count2 >= 0 && count2 <= n2)) {
      throw new IllegalArgumentException(
          "counts must lie between 0 and their sizes but were %d of %d and %d of %d"
              .formatted(count1, n1, count2, n2));
    }
  }

  /// The finding about the printed p, if none of the tests gives it.
  public Optional<ReportedFinding> check() {
    if (!p.possible()) {
      return Optional.of(
          ReportedFinding.of(id, FindingCode.P_OUTSIDE_LIMITS, List.of(), new PrintedP(p)));
    }
    double exact = fisher();
    double plain = chiSquared(0);
    double corrected = chiSquared(0.5);
    double low = Math.min(exact, Math.min(plain, corrected));
    double high = Math.max(exact, Math.max(plain, corrected));
    if (p.fits(low, high) || p.fits(low / 2, high / 2)) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.P_FROM_PROPORTIONS,
            List.of(
                Assumption.INDEPENDENT_UNADJUSTED,
                Assumption.P_OF_THIS_TEST,
                Assumption.ALL_VALUES_PRESENT),
            new Count(count1),
            new Count(n1),
            new Count(count2),
            new Count(n2),
            new PrintedP(p),
            new Recomputed(exact, P_DIGITS),
            new Recomputed(plain, P_DIGITS),
            new Recomputed(corrected, P_DIGITS)));
  }

  /// Fisher's exact two-sided p.
  double fisher() {
    return new TwoProportions(count1, n1, count2, n2).fisher();
  }

  /// Pearson's chi-squared p, each difference lessened by the correction; 1 without any spread.
  double chiSquared(double correction) {
    double events = (double) count1 + count2;
    double others = (double) n1 + n2 - events;
    if (events == 0 || others == 0) {
      return 1;
    }
    double all = events + others;
    double cross = Math.abs((double) count1 * (n2 - count2) - (double) count2 * (n1 - count1));
    double left = Math.max(0, cross - correction * all);
    double statistic = all * left * left / (events * others * n1 * n2);
    return ChiSquaredDistribution.of(1).survivalProbability(statistic);
  }
}
