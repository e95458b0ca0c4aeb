package org.myocohort.cohort.selection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;

/// One step into a cohort. Those who pass it go on to the next.
public sealed interface SelectionStep {

  /// A rule about the record.
  ///
  /// @param name for people
  /// @param rule what must hold
  /// @param asked of which part of the record
  record Demand(String name, Rule rule, Asked asked) implements SelectionStep {}

  /// Of which part of the record a rule is asked.
  enum Asked {
    /// As it stood on the day of the index event.
    AT_INDEX("at index"),
    /// All of it.
    EVER("ever");

    private final String word;

    Asked(String word) {
      this.word = word;
    }

    /// As files write it.
    public String word() {
      return word;
    }
  }

  /// The index event happened.
  record Happened(IndexEvent event) implements SelectionStep {}

  /// It happened within calendar dates, both included.
  ///
  /// @param from null for any
  /// @param until null for any
  record Between(@Nullable LocalDate from, @Nullable LocalDate until) implements SelectionStep {}

  /// Something is recorded at least so long after the index event.
  record Followed(Span least) implements SelectionStep {}
}
