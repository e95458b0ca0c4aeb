package org.myocohort.care.summary;

import org.myocohort.instrument.StudySettings;

/// What a study fixes for all its patients, as far as a summary needs it.
///
/// @param visitIntervalDays a patient is to be seen again within so many days
public record StudyPlan(StudySettings settings, int visitIntervalDays) {
  public StudyPlan {
    if (!(visitIntervalDays >= 1)) {
      throw new IllegalArgumentException(
          "a visit interval must be at least 1 day but was " + visitIntervalDays);
    }
  }
}
