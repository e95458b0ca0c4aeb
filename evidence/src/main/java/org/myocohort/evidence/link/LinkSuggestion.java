package org.myocohort.evidence.link;

import java.util.List;

/// Two reports that may belong together, for a person to decide.
///
/// @param first id of a report
/// @param second id of another
/// @param kind of the link
/// @param reasons for it
public record LinkSuggestion(String first, String second, Kind kind, List<LinkReason> reasons) {
  public LinkSuggestion {
    reasons = List.copyOf(reasons);
  }

  /// How two reports may belong together, the surest first.
  public enum Kind {
    /// Registered as one trial.
    SAME_STUDY,
    /// The first corrects, retracts or comments on the second, or the other way round.
    NOTICE_OF,
    /// One is the abstract of a meeting, the other the later article.
    ABSTRACT_OF,
    /// What they tell of their patients agrees so far that they may be the same ones.
    SHARED_PATIENTS
  }
}
