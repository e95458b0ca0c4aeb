package org.myocohort.statistics.rank;

import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// The rank-biserial correlation with two-sided limits by Fisher's z.
///
///     limits = tanh( atanh(r) ± z se )
///
/// - **Special case:** complete separation, `|r| = 1`, has no such limits.
final class RankBiserial {
  private RankBiserial() {}

  static void add(TestResult.Builder answer, double r, double error, TestOptions options) {
    double z = NormalApproximation.upperQuantile((1 - options.level()) / 2);
    double fisher = Math.log((1 + r) / (1 - r)) / 2;
    boolean complete = Math.abs(r) >= 1;
    Quantity none = Quantity.missing(Absence.COMPLETE);
    answer
        .further("rank_biserial", r)
        .further(
            "rank_biserial_lower", complete ? none : Quantity.of(Math.tanh(fisher - z * error)))
        .further(
            "rank_biserial_upper", complete ? none : Quantity.of(Math.tanh(fisher + z * error)))
        .remark(Topic.RANK_BISERIAL_INTERVAL);
  }
}
