package org.myocohort.care.taper;

import java.util.List;
import org.myocohort.instrument.Note;

/// The answer to a [PlanRequest].
public sealed interface PlanProposal {

  /// A plan.
  ///
  /// @param notes what was rounded, and what could not be looked at
  record Planned(TaperPlan plan, List<Note> notes) implements PlanProposal {
    public Planned {
      notes = List.copyOf(notes);
    }
  }

  /// No plan until a person confirms.
  ///
  /// @param missing what is to be confirmed
  /// @param reasons why, with the values
  record NeedsConfirmation(List<Confirmation> missing, List<Note> reasons) implements PlanProposal {
    public NeedsConfirmation {
      missing = List.copyOf(missing);
      reasons = List.copyOf(reasons);
    }
  }

  /// No plan.
  ///
  /// @param reasons why, with the values
  record Refused(List<Note> reasons) implements PlanProposal {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
