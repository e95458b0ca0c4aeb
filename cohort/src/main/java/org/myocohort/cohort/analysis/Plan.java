package org.myocohort.cohort.analysis;

import java.util.List;
import java.util.Optional;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.adjustment.Adjustment;

/// What is to be computed of a cohort.
///
/// @param title for people
/// @param questions in order
/// @param adjustment for the number of tests, empty for none
/// @param quartiles method of quartiles
/// @param checklist which reporting checklist is filled in
public record Plan(
    String title,
    List<Question> questions,
    Optional<Adjustment> adjustment,
    QuantileMethod quartiles,
    Guideline checklist) {
  /// What a report of the study follows.
  public enum Guideline {
    /// Cohort studies.
    STROBE,
    /// Case reports, and series of a few patients.
    CARE
  }

  public Plan {
    questions = List.copyOf(questions);
  }
}
