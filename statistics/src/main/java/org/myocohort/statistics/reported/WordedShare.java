package org.myocohort.statistics.reported;

import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Text;

/// A share said in words that set a limit: it lies strictly between two fractions, or on one.
///
/// Words without a limit, such as "many" or "about half", are not here.
public enum WordedShare {
  /// More than a half, the majority, most.
  MORE_THAN_HALF(1, 2, 1, 1, true),
  /// Less than a half, a minority.
  LESS_THAN_HALF(0, 1, 1, 2, false),
  /// More than two thirds.
  MORE_THAN_TWO_THIRDS(2, 3, 1, 1, true),
  /// More than three quarters.
  MORE_THAN_THREE_QUARTERS(3, 4, 1, 1, true),
  /// More than a third.
  MORE_THAN_A_THIRD(1, 3, 1, 1, true),
  /// Less than a third.
  LESS_THAN_A_THIRD(0, 1, 1, 3, false),
  /// All of them.
  ALL(1, 1, 1, 1, true),
  /// None of them.
  NONE(0, 1, 0, 1, false);

  private static final int DIGITS = 3;

  private final int low;
  private final int lowOf;
  private final int high;
  private final int highOf;
  private final boolean above;

  WordedShare(int low, int lowOf, int high, int highOf, boolean above) {
    this.low = low;
    this.lowOf = lowOf;
    this.high = high;
    this.highOf = highOf;
    this.above = above;
  }

  /// Whether so many of so many can be said in these words.
  public boolean fits(int count, int n) {
    long atLow = (long) count * lowOf - (long) low * n;
    long atHigh = (long) high * n - (long) count * highOf;
    boolean exact = this == ALL || this == NONE;
    return above ? (exact ? atLow >= 0 : atLow > 0) : (exact ? atHigh >= 0 : atHigh > 0);
  }

  /// The finding that the count is not the share that the words say.
  public Optional<ReportedFinding> check(String id, String words, int count, int n) {
    if (fits(count, n)) {
      return Optional.empty();
    }
    return Optional.of(
        ReportedFinding.of(
            id,
            FindingCode.SHARE_IN_WORDS,
            List.of(Assumption.SAME_MEMBERS_AND_OUTCOME),
            new Text(words),
            new Count(count),
            new Count(n),
            new Recomputed(100.0 * count / n, DIGITS)));
  }
}
