package org.myocohort.evidence.flow;

/// Why the two sides of an identity differ where the unit changes: two records of one report, one
/// report of two studies.
///
/// @param identity one that may be explained, see [Identity#changesUnit()]
/// @param difference right side minus left side, not 0
/// @param because in words
public record ExplainedDifference(Identity identity, long difference, String because) {
  public ExplainedDifference {
    if (!identity.changesUnit()) {
      throw new IllegalArgumentException("no change of unit explains a difference in " + identity);
    }
    if (!(difference != 0)) {
      throw new IllegalArgumentException("a difference to explain must not be 0");
    }
  }
}
