package org.myocohort.evidence.link;

import java.time.Instant;

/// What a person recorded of two of the things that are counted.
///
/// @param first id of what is counted
/// @param second id of the other
/// @param kind that was decided
/// @param by who decided
/// @param at when
/// @param reason in the person's words, with the place in the reports
public record OverlapDecision(
    String first, String second, Kind kind, String by, Instant at, String reason) {
  /// How two numbers of patients relate.
  public enum Kind {
    /// Patients of the one are, or very probably are, patients of the other.
    OVERLAP,
    /// They are other patients.
    DISTINCT
  }

  public OverlapDecision {
    if (by.isBlank() || first.equals(second)) {
      throw new IllegalArgumentException("a person decides of two things that are counted");
    }
  }

  boolean of(CountedPatients one, CountedPatients other) {
    return (first.equals(one.id()) && second.equals(other.id()))
        || (first.equals(other.id()) && second.equals(one.id()));
  }
}
