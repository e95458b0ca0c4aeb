package org.myocohort.cohort.analysis;

import org.myocohort.statistics.counts.BinomialTest;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// How many of a group.
///
/// @param yes of whom it holds
/// @param no of whom it does not
/// @param unknown of whom the record does not tell; they are in no denominator
public record Counts(int yes, int no, int unknown) {

  /// Those of whom it is known.
  public int known() {
    return yes + no;
  }

  /// The share with its exact interval.
  public TestResult share(TestOptions options) {
    return BinomialTest.of(yes, known(), 0.5, IntervalChoice.CLOPPER_PEARSON, options);
  }
}
