package org.myocohort.evidence.link;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a report tells of the patients it is about, as far as that shows whether another report is
/// about them too. Null, or an empty set, says that the report does not give it.
///
/// @param registrations of the trial, such as NCT numbers
/// @param drugs that were studied, by their substance
/// @param dailyDose of the drug as the extraction normalised it, such as `100 mg`
/// @param months of follow-up or treatment
/// @param design in a few words, such as `open label`
/// @param centre hospital or town
/// @param included when the patients came in
/// @param patients of the cohort that they come from, not of the report when it picks some out
/// @param responders among them
public record CohortFacts(
    Set<String> registrations,
    Set<String> drugs,
    @Nullable String dailyDose,
    @Nullable Integer months,
    @Nullable String design,
    @Nullable String centre,
    @Nullable Period included,
    @Nullable Integer patients,
    @Nullable Integer responders) {

  /// Nothing told.
  public static final CohortFacts NONE =
      new CohortFacts(Set.of(), Set.of(), null, null, null, null, null, null, null);

  public CohortFacts {
    registrations = Set.copyOf(registrations);
    drugs = Set.copyOf(drugs);
    if (patients != null && responders != null && responders > patients) {
      throw new IllegalArgumentException(
          "of %d patients at most as many respond, but %d".formatted(patients, responders));
    }
  }
}
