package org.myocohort.care.trial;

import java.util.Locale;
import java.util.Optional;

/// What a registry says of a trial's recruiting on the day of the snapshot, in the words of
/// ClinicalTrials.gov.
///
/// `UNKNOWN` is a status of the registry (not verified for two years past its date), not a missing
/// one.
public enum RecruitingStatus {
  NOT_YET_RECRUITING,
  RECRUITING,
  ENROLLING_BY_INVITATION,
  ACTIVE_NOT_RECRUITING,
  SUSPENDED,
  TERMINATED,
  COMPLETED,
  WITHDRAWN,
  UNKNOWN,
  AVAILABLE,
  NO_LONGER_AVAILABLE,
  TEMPORARILY_NOT_AVAILABLE,
  APPROVED_FOR_MARKETING,
  WITHHELD;

  /// Reads the word of any of the registry's forms: `ACTIVE_NOT_RECRUITING`, `Active, not
  /// recruiting`, `unknown status`.
  public static Optional<RecruitingStatus> find(String word) {
    String key =
        word.strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z]+", "_")
            .replaceAll("^_|_$|_STATUS$", "");
    for (RecruitingStatus status : values()) {
      if (status.name().equals(key)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
