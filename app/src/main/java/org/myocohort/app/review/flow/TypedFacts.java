package org.myocohort.app.review.flow;

import java.util.Optional;
import org.myocohort.evidence.flow.ChecklistFacts;
import org.myocohort.evidence.flow.FlowCounts;

/// What a file of typed numbers knows for the checklist: the title and the numbers.
record TypedFacts(FlowCounts typed) implements ChecklistFacts {
  @Override
  public Optional<String> title() {
    return Optional.of(typed.title());
  }

  @Override
  public Optional<FlowCounts> counts() {
    return Optional.of(typed);
  }
}
