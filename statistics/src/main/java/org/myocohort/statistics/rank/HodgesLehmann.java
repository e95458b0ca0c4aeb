package org.myocohort.statistics.rank;

import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// The Hodges-Lehmann estimate of a shift as an answer, see [Shift].
///
/// - **Special cases:** one sample: all differences count, zeros too (R's `wilcox.test` drops them
///   first: that estimate stands in the answer of [SignedRankTest]). An empty group: no answer.
public final class HodgesLehmann {
  private HodgesLehmann() {}

  /// Of one sample of differences.
  public static TestResult ofOne(double[] differences, TestOptions options) {
    int n = differences.length;
    if (n == 0) {
      return TestResult.none(0, Absence.NO_VALUES);
    }
    TestResult.Builder answer =
        TestResult.of(n).remark(Topic.PAIRS_INDEPENDENT).remark(Topic.SYMMETRIC_DIFFERENCES);
    if (!Shift.feasible(n * (n + 1L) / 2)) {
      return answer.build();
    }
    boolean tied = Midranks.of(differences).tied();
    ShiftAnswer.add(answer, Shift.ofOne(differences, options), tied, options);
    return answer.build();
  }

  /// Of the first group against the second.
  public static TestResult ofTwo(double[] x, double[] y, TestOptions options) {
    int m = x.length;
    int n = y.length;
    TestResult.Builder answer = TestResult.of(m + n).further("n_x", m).further("n_y", n);
    if (m == 0 || n == 0) {
      return answer.none(m + n == 0 ? Absence.NO_VALUES : Absence.EMPTY_GROUP).build();
    }
    answer.remark(Topic.GROUPS_INDEPENDENT).remark(Topic.SHIFT_MODEL).remark(Topic.SHIFT_DIRECTION);
    if (!Shift.feasible((long) m * n)) {
      return answer.build();
    }
    double[] pooled = new double[m + n];
    System.arraycopy(x, 0, pooled, 0, m);
    System.arraycopy(y, 0, pooled, m, n);
    boolean tied = Midranks.of(pooled).tied();
    ShiftAnswer.add(answer, Shift.ofTwo(x, y, options), tied, options);
    return answer.build();
  }
}
