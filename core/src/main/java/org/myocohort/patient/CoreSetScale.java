package org.myocohort.patient;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A scale that a visit records, with the column that holds it.
///
/// Ranges: instruments.md 1.1 and 1.7 name their sources (research script for the adult scales; the
/// juvenile ranges are from memory).
public enum CoreSetScale {
  PHYSICIAN_GLOBAL("physician_global", "10", false),
  PATIENT_GLOBAL("patient_global", "10", false),
  EXTRAMUSCULAR("extramuscular", "10", false),
  /// Its maximum depends on the form used and stands beside it.
  MANUAL_MUSCLE_TEST("mmt", null, true),
  MANUAL_MUSCLE_TEST_MAXIMUM("mmt_max", "260", true),
  HEALTH_ASSESSMENT_QUESTIONNAIRE("haq", "3", false),
  CHILDHOOD_MYOSITIS_ASSESSMENT_SCALE("cmas", "52", true),
  DISEASE_ACTIVITY_SCORE("das", "20", false),
  /// Its range was not found in a source: a study must give it.
  CHILD_HEALTH_QUESTIONNAIRE_PHYSICAL("chq_physical", null, true);

  private final String column;
  private final @Nullable BigDecimal maximum;
  private final boolean higherIsBetter;

  CoreSetScale(String column, @Nullable String maximum, boolean higherIsBetter) {
    this.column = column;
    this.maximum = maximum == null ? null : new BigDecimal(maximum);
    this.higherIsBetter = higherIsBetter;
  }

  public String column() {
    return column;
  }

  /// The largest value of the scale (the smallest is 0), or null where it depends on the form.
  public @Nullable BigDecimal maximum() {
    return maximum;
  }

  public boolean higherIsBetter() {
    return higherIsBetter;
  }
}
