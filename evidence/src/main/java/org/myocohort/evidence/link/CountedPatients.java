package org.myocohort.evidence.link;

import org.jspecify.annotations.Nullable;

/// What a report gives to a pooled number: one patient, or a number of patients.
///
/// @param id unique among what is pooled
/// @param report that tells of them
/// @param study that the report belongs to; null while no person has said so
/// @param cohort of the study that they come from; null while no person has said so
/// @param patient name of a single patient within the cohort; null of an aggregate
/// @param patients how many; 1 of a single patient
/// @param facts that the report tells of the cohort they come from
public record CountedPatients(
    String id,
    String report,
    @Nullable String study,
    @Nullable String cohort,
    @Nullable String patient,
    int patients,
    CohortFacts facts) {
  public CountedPatients {
    if (patients < 1 || (patient != null && patients != 1)) {
      throw new IllegalArgumentException(
          "%s counts at least 1 patient, a single one 1, but %d".formatted(id, patients));
    }
  }
}
