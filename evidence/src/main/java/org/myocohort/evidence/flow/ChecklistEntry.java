package org.myocohort.evidence.flow;

import java.util.List;

/// An item of the checklist with what is known for it. Whether a report fulfils the item is not
/// said: only its authors can.
///
/// @param facts empty where the item is left to the authors
public record ChecklistEntry(ChecklistItem item, List<ChecklistFact> facts) {
  public ChecklistEntry {
    facts = List.copyOf(facts);
  }
}
