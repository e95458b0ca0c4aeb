package org.myocohort.evidence.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Retrieval and full text, the same in both arms.
///
/// @param sought reports sought for retrieval; null where the diagram skips retrieval, as those
///   before 2020 do
/// @param notRetrieved reports not retrieved; null exactly where `sought` is
/// @param assessed reports assessed for eligibility
/// @param excluded the number printed for all reports excluded; null where none is printed, so that
///   it is the sum of the reasons
/// @param reasons why reports were excluded
public record FullTexts(
    @Nullable Count sought,
    @Nullable Count notRetrieved,
    Count assessed,
    @Nullable Count excluded,
    List<Reason> reasons) {
  public FullTexts {
    reasons = List.copyOf(reasons);
    if ((sought == null) != (notRetrieved == null)) {
      throw new IllegalArgumentException("retrieval has both numbers or neither");
    }
  }

  /// The printed number, else the sum of the reasons; not reported where there is neither.
  public Count excludedCount() {
    if (excluded != null) {
      return excluded;
    }
    return reasons.isEmpty()
        ? Count.notReported(Count.SUM)
        : Count.sum(reasons.stream().map(Reason::count).toList());
  }
}
