package org.myocohort.evidence.screening;

import org.myocohort.evidence.screening.StoppingRule.RandomSample;

/// What a stopping rule said at a look: to be kept with the decision to stop or to go on.
///
/// @param rule that was fixed before
/// @param look which one it was, from 1
/// @param sample that it rests on
/// @param missing how many relevant records among those unseen before the sample would miss the
///   target, at least
/// @param pValue of the hypothesis that so many or more are there
/// @param mayStop whether it is below the error of a look
/// @param recall after the sample, estimated from it
public record StoppingStatement(
    StoppingRule rule,
    int look,
    RandomSample sample,
    int missing,
    double pValue,
    boolean mayStop,
    RecallInterval recall) {

  /// Share of the relevant records that is found, sample included.
  ///
  /// @param estimate as if the unseen were like the sample; the lower limit without a sample
  /// @param lower limit, exact for one look
  /// @param upper limit, exact for one look
  /// @param level of the interval
  public record RecallInterval(double estimate, double lower, double upper, double level) {}
}
