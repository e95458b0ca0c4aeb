package org.myocohort.care.trial.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A trial's criteria as a person wrote them down.
///
/// @param trial the registry's number
/// @param title for people
/// @param source of the text
/// @param complete whether all criteria of the trial were known to the one who wrote them
/// @param missing what is not, where it is not complete
/// @param curatedBy who wrote it
/// @param curated when
/// @param reviewedBy who reviewed it, empty where nobody has
public record TrialRules(
    String trial,
    String title,
    String source,
    boolean complete,
    String missing,
    String curatedBy,
    Optional<LocalDate> curated,
    String reviewedBy,
    List<Criterion> criteria) {
  public TrialRules {
    criteria = List.copyOf(criteria);
  }
}
