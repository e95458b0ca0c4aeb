package org.myocohort.registry.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit are shown; an empty text or null leaves it open.
///
/// @param study id of a study
/// @param patient pseudonym
/// @param account id of the account that acted
/// @param action code of what was done
/// @param from the first day, by Universal Time
/// @param to the last day
public record AuditFilter(
    String study,
    String patient,
    String account,
    String action,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  public static final AuditFilter ALL = new AuditFilter("", "", "", "", null, null);

  /// The same entries of one study only.
  public AuditFilter inStudy(String id) {
    return new AuditFilter(id, patient, account, action, from, to);
  }
}
