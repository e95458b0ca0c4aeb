package org.myocohort.care.guide;

import java.util.Locale;

/// What a statement on a treatment is about, in the order in which they are read.
public enum Kind {
  AIM,
  TARGET,
  /// How it is usually given.
  SCHEDULE,
  TIME_TO_EFFECT,
  MONITORING,
  SIDE_EFFECT,
  /// In whom to take care.
  CAUTION_PHENOTYPE,
  /// With which other drug to take care.
  CAUTION_DRUG,
  PREGNANCY,
  VACCINES,
  EVIDENCE;

  /// Its word in files and message keys, such as `time-to-effect`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
