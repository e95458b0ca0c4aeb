package org.myocohort.evidence.flow;

import java.util.List;

/// Title and abstract.
///
/// @param screened records screened
/// @param excluded records excluded
/// @param reasons why, where reasons were kept at this stage; else empty
public record Screening(Count screened, Count excluded, List<Reason> reasons) {
  public Screening {
    reasons = List.copyOf(reasons);
  }
}
