package org.myocohort.evidence.link;

/// One thing that two reports have in common.
///
/// @param kind of it
/// @param value that both have, as printed to a person
public record LinkReason(Kind kind, String value) {
  /// What can be in common.
  public enum Kind {
    REGISTRATION,
    /// The database names one in the record of the other.
    NAMED_IN_RECORD,
    TITLE,
    AUTHORS,
    DRUG,
    DAILY_DOSE,
    MONTHS,
    DESIGN,
    CENTRE,
    PERIOD,
    /// The same number of patients, more than one, and of responders where both give it.
    RESULT
  }
}
