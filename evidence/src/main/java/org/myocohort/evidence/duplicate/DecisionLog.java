package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.List;

/// What people decided of duplicates, in the order in which they did. Entries are added and never
/// changed; of one pair the last entry holds.
///
/// @param entries oldest first
public record DecisionLog(List<DuplicateDecision> entries) {
  public DecisionLog {
    entries = List.copyOf(entries);
  }

  /// Nothing decided yet.
  public static DecisionLog empty() {
    return new DecisionLog(List.of());
  }

  /// This log and one entry more.
  public DecisionLog with(DuplicateDecision decision) {
    List<DuplicateDecision> longer = new ArrayList<>(entries);
    longer.add(decision);
    return new DecisionLog(longer);
  }
}
