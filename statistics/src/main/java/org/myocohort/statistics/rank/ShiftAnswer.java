package org.myocohort.statistics.rank;

import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// Puts a Hodges-Lehmann estimate and its interval into an answer.
final class ShiftAnswer {
  private ShiftAnswer() {}

  static void add(TestResult.Builder answer, Shift shift, boolean tied, TestOptions options) {
    Alternative alternative = options.alternative();
    answer.estimate(shift.estimate()).limits(shift.lower(), shift.upper(), options.level());
    if (!shift.exact()) {
      answer.remark(Topic.TOO_LARGE_FOR_EXACT);
      return;
    }
    if (shift.unattainable(alternative)) {
      answer
          .further("achieved_level", Quantity.missing(Absence.TOO_FEW_VALUES))
          .further("widest_lower", shift.widestLower())
          .further("widest_upper", shift.widestUpper())
          .further("widest_level", shift.widestLevel())
          .remark(Topic.LEVEL_NOT_ATTAINABLE, options.level(), shift.widestLevel());
    } else {
      answer
          .further("achieved_level", shift.achievedLevel())
          .remark(Topic.ACHIEVED_LEVEL, options.level(), shift.achievedLevel());
    }
    if (tied) {
      answer.remark(Topic.INTERVAL_INDEX_WITHOUT_TIES);
    }
  }
}
