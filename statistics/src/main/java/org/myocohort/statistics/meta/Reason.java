package org.myocohort.statistics.meta;

import java.util.Locale;

/// Why a number cannot be given. The sentence for a reader stands with whoever shows it.
public enum Reason {
  /// No study is left.
  NO_STUDY,
  /// Two studies are needed.
  FEWER_THAN_TWO_STUDIES,
  /// Three studies are needed.
  FEWER_THAN_THREE_STUDIES,
  /// Tests for small-study effects are given from ten studies on.
  FEWER_THAN_TEN_STUDIES,
  /// No more studies than coefficients.
  MORE_COEFFICIENTS_THAN_STUDIES,
  /// A count is negative or not whole.
  NOT_A_COUNT,
  /// More events than participants.
  MORE_EVENTS_THAN_PARTICIPANTS,
  /// An arm or group without participants, or without time under observation.
  EMPTY_GROUP,
  /// A zero cell, and no correction was asked for.
  ZERO_CELL,
  /// No event, or nothing but events, in both arms.
  NO_INFORMATION,
  /// Too few participants for this measure.
  GROUP_TOO_SMALL,
  /// A standard deviation, time or variance is negative or not a number.
  VALUE_OUT_OF_RANGE,
  /// Logarithm of a ratio of means that are not both above 0.
  MEAN_NOT_POSITIVE,
  /// A correlation must lie between -1 and 1, both left out.
  CORRELATION_OUT_OF_RANGE,
  /// The sampling variance is 0, so that the study would decide alone.
  VARIANCE_ZERO,
  /// The measure does not go with these columns.
  MEASURE_DOES_NOT_FIT,
  /// The standard error is 0: the studies agree to the last digit.
  STANDARD_ERROR_ZERO,
  /// The interval has no finite end.
  NO_FINITE_LIMIT,
  /// A covariate is constant or a combination of the others.
  COLLINEAR_COVARIATES,
  /// No event at all: the estimate would be minus infinity.
  NO_EVENTS,
  /// Nothing but events: the estimate would be plus infinity.
  ONLY_EVENTS,
  /// No event in one of the two arms over all studies, or nothing but events: infinite.
  ARM_WITHOUT_CONTRAST,
  /// A covariate or the differences between the studies predict the outcome without an error.
  SEPARATION,
  /// The iterations found no maximum.
  NOT_CONVERGED,
  /// All variances are equal, or all ranks are.
  NO_VARIATION,
  /// The model has no heterogeneity to speak of.
  NO_HETEROGENEITY,
  /// The method does not give this number.
  NOT_GIVEN;

  /// The name as written in answers, such as `zero-cell`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
