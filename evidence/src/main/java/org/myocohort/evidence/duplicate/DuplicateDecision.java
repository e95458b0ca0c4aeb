package org.myocohort.evidence.duplicate;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/// What a person decided of some records.
///
/// @param kind that was decided, of each pair of them
/// @param ids of the records, at least two, each once
/// @param by who decided
/// @param at when
/// @param reason in the person's words; may be empty
public record DuplicateDecision(Kind kind, List<String> ids, String by, Instant at, String reason) {

  /// What can be decided.
  public enum Kind {
    /// They describe one work.
    MERGE,
    /// They do not; also how a merge is undone.
    KEEP_APART,
    /// What was decided of them earlier no longer holds: the rules decide again.
    LEAVE_TO_RULES
  }

  public DuplicateDecision {
    ids = List.copyOf(new LinkedHashSet<>(ids));
    if (ids.size() < 2) {
      throw new IllegalArgumentException(
          "a decision names at least 2 records but this names " + ids.size());
    }
    if (by.isBlank()) {
      throw new IllegalArgumentException("a decision names who took it");
    }
  }
}
