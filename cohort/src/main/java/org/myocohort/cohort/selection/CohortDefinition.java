package org.myocohort.cohort.selection;

import java.util.List;
import java.util.Optional;

/// Who belongs to a cohort.
///
/// @param title for people
/// @param index what is day 0, empty where steps are asked of the whole record only
/// @param steps in order; those of the index event come first, that of follow-up last
/// @param undetermined what becomes of patients of whom a step cannot tell
public record CohortDefinition(
    String title,
    Optional<IndexEvent> index,
    List<SelectionStep> steps,
    Undetermined undetermined) {
  public CohortDefinition {
    steps = List.copyOf(steps);
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
