package org.myocohort.instrument;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a study fixes for all its patients.
///
/// @param index code of the drug whose first dose is day 0, or null where the first visit is
/// @param baselineWindowDays how many days before the first dose an assessment may serve as
///   baseline
/// @param childHealthRange range of the child health questionnaire's physical summary, for the
///   juvenile PRINTO score only; null leaves that measure open
public record StudySettings(
    @Nullable String index, int baselineWindowDays, @Nullable BigDecimal childHealthRange) {

  public static final StudySettings DEFAULT = new StudySettings(null, 90, null);

  public Optional<String> indexDrug() {
    return Optional.ofNullable(index);
  }
}
