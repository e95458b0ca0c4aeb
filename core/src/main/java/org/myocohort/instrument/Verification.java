package org.myocohort.instrument;

/// How far a rule was checked against its publication.
public enum Verification {
  /// The number itself was seen in the source named.
  VERIFIED,
  /// Seen only in a weak source: memory plus one echo.
  WEAK,
  /// Written from knowledge of the publication; check before clinical use.
  FROM_MEMORY,
  /// A decision of this project, not published.
  OURS,
  /// Not found: shipped disabled.
  NOT_FOUND
}
