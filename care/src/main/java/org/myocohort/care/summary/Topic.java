package org.myocohort.care.summary;

import java.util.Locale;

/// The sections of a summary, in the order in which a patient reads them.
public enum Topic {
  DIAGNOSIS,
  TREATMENTS,
  TIME_TO_EFFECT,
  WATCH,
  CHECKS,
  TREND;

  /// Its name in forms, such as `time-to-effect`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
