package org.myocohort.assay.plate;

import java.util.Locale;

/// What a reader of a result must know of it.
public enum Flag {
  /// The replicates scatter more than allowed.
  CV_ABOVE_LIMIT,
  /// A well gave more than the reader can tell.
  SATURATED,
  /// A well gave nothing.
  MISSING_WELL,
  /// Only one well is left: nothing is known of its scatter.
  SINGLE_WELL,
  /// Below the lowest concentration that the plate can tell.
  BELOW_RANGE,
  /// Above the highest concentration that the plate can tell.
  ABOVE_RANGE,
  /// A standard that does not come back within the limits.
  RECOVERY_OUTSIDE,
  /// A standard that the curve was not fitted to.
  NOT_FITTED,
  /// Another dilution of the sample is reported.
  OTHER_DILUTION;

  /// The name as written.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
