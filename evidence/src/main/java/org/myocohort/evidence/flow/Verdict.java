package org.myocohort.evidence.flow;

/// What an identity is found to be.
public enum Verdict {
  HOLDS,
  /// The sides differ by what a stated link between records, reports and studies explains.
  EXPLAINED,
  BROKEN,
  /// A number is not reported, and the others do not decide it.
  CANNOT_BE_TOLD
}
