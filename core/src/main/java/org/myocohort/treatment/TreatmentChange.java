package org.myocohort.treatment;

import org.myocohort.patient.RowReference;

/// A treatment that changes the disease was added or raised, so that a response after it is not the
/// index drug's alone.
///
/// @param drug code in the drugs vocabulary
/// @param row the course that shows it
/// @param certain false where an imprecise date leaves open whether it was after the baseline and
///   up to the follow-up
public record TreatmentChange(String drug, Kind kind, RowReference row, boolean certain) {

  /// What changed.
  public enum Kind {
    ADDED("added"),
    RAISED("raised");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
