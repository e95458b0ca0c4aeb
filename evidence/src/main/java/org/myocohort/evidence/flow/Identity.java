package org.myocohort.evidence.flow;

import java.util.Locale;

/// The identities that the numbers of a diagram must keep. "Records" become "reports" at retrieval
/// and "reports" become "studies" at inclusion: there the numbers may differ, when it is said why.
public enum Identity {
  /// The sources of a kind sum up to the number of the kind.
  SOURCES(false),
  /// The kinds of sources sum up to the records identified.
  IDENTIFIED(false),
  /// Duplicates, automation tools and other reasons sum up to the records removed.
  REMOVED(false),
  /// Identified less removed is screened.
  SCREENED(false),
  /// The reasons at title and abstract sum up to the records excluded.
  EXCLUSION_REASONS(false),
  /// Screened less excluded is sought, or assessed where the diagram skips retrieval.
  SOUGHT(true),
  /// Sought less not retrieved is assessed.
  ASSESSED(false),
  /// The reasons at full text sum up to the reports excluded.
  FULL_TEXT_REASONS(false),
  /// Records identified by other methods are sought, or assessed.
  OTHER_SOUGHT(true),
  /// Sought less not retrieved is assessed, by other methods.
  OTHER_ASSESSED(false),
  /// The reasons sum up to the reports excluded, by other methods.
  OTHER_REASONS(false),
  /// Assessed less excluded, of both arms, is the reports of new studies, with those found now of
  /// earlier studies.
  REPORTS_INCLUDED(true),
  /// Assessed less excluded is at least the studies; asked where no reports are counted.
  STUDIES_ASSESSED(true),
  /// Reports are at least the studies.
  REPORTS_OF_STUDIES(true),
  /// The same for the previous version.
  PREVIOUS_REPORTS(true),
  /// New and previous studies are the total.
  TOTAL_STUDIES(false),
  /// New and previous reports are the total.
  TOTAL_REPORTS(false),
  /// Reports in all are at least the studies in all.
  TOTAL_REPORTS_OF_STUDIES(true),
  /// Studies in the meta-analysis are at most the studies in all.
  POOLED_STUDIES(false),
  /// Reports in the meta-analysis are at most the reports in all.
  POOLED_REPORTS(false);

  private final boolean changesUnit;

  Identity(boolean changesUnit) {
    this.changesUnit = changesUnit;
  }

  /// The word for it in files and answers for scripts.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether its two sides count different things, so that a stated link may explain a difference.
  public boolean changesUnit() {
    return changesUnit;
  }
}
