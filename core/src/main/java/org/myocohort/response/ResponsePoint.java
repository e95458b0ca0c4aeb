package org.myocohort.response;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Truth;
import org.myocohort.treatment.TreatmentChange;

/// A follow-up with what was taken by then.
///
/// @param followUp the visit, judged
/// @param indexDrugTaken whether the index drug was still taken, null where the patient has none
/// @param changes other treatments added or raised since baseline
public record ResponsePoint(
    FollowUp followUp, @Nullable Truth indexDrugTaken, List<TreatmentChange> changes) {

  public ResponsePoint {
    changes = List.copyOf(changes);
  }

  /// Whether the point may count as response to the index drug: it was taken, and nothing else was
  /// added or raised since baseline. A rescue never passes for a response.
  public boolean attributable() {
    return changes.isEmpty() && (indexDrugTaken == null || indexDrugTaken == Truth.TRUE);
  }
}
