package org.myocohort.statistics.reported;

import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.WilcoxonSignedRank;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;

/// A printed p against the smallest one that a signed-rank test of so many pairs can give.
public final class LikeSigns {
  private static final int FEWEST = 4;
  private static final int MOST = 25;
  private static final int DIGITS = 3;

  private LikeSigns() {}

  /// The note that p is that of the normal approximation where every difference has one sign, and
  /// that the exact p is another; empty where p is anything else, is no equality, or has fewer than
  /// three decimals, with which many sizes would meet it by chance.
  public static Optional<ReportedFinding> check(String id, PrintedProbability p, int n) {
    if (p.relation() != PrintedProbability.Relation.EQUAL
        || p.number().decimals() < 3
        || n < FEWEST
        || n > MOST) {
      return Optional.empty();
    }
    double approximate = WilcoxonSignedRank.approximatePOfLikeSigns(n);
    double exact = WilcoxonSignedRank.exactPOfLikeSigns(n);
    if (!p.fits(approximate, approximate) || p.fits(exact, exact)) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.P_OF_LIKE_SIGNS,
            List.of(Assumption.PAIRED_LIKE_SIGNS, Assumption.SIZE_PRINTED_NEAR),
            new PrintedP(p),
            new Count(n),
            new Recomputed(approximate, DIGITS),
            new Recomputed(exact, DIGITS)));
  }
}
