package org.myocohort.cohort.selection;

import java.util.List;
import java.util.Optional;

/// Who belongs to a cohort.
///
/// @param title for people
/// @param steps in order; those of the index event come first, that of follow-up last
/// @param undetermined what becomes of patients of whom a step cannot tell
public record CohortDefinition(String title, List<SelectionStep> steps, Undetermined undetermined) {
  public CohortDefinition {
    steps = List.copyOf(steps);
  }

  /// Everyone of a study, without a day 0.
  public static CohortDefinition everyone() {
    return new CohortDefinition("", List.of(), Undetermined.OUT);
  }

  /// What is day 0, empty where steps are asked of the whole record only.
  public Optional<IndexEvent> index() {
    return steps.stream()
        .filter(SelectionStep.Happened.class::isInstance)
        .map(step -> ((SelectionStep.Happened) step).event())
        .findFirst();
  }

  /// What becomes of patients of whom a step cannot tell. They are counted apart either way.
  public enum Undetermined {
    OUT("left out"),
    KEPT("kept");

    private final String word;

    Undetermined(String word) {
      this.word = word;
    }

    /// As files write it.
    public String word() {
      return word;
    }
  }
}
