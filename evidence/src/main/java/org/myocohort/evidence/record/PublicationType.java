package org.myocohort.evidence.record;

/// What kind of thing a record describes, as far as the export says.
public enum PublicationType {
  ARTICLE,
  CONFERENCE,
  PREPRINT,
  BOOK,
  CHAPTER,
  THESIS,
  REPORT,
  DATASET,
  TRIAL_REGISTRATION,
  OTHER,
  /// The export does not say.
  NOT_GIVEN
}
