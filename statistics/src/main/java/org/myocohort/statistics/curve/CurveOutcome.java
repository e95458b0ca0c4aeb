package org.myocohort.statistics.curve;

/// What an attempt to fit a curve gave: a curve, or the reason why there is none.
public sealed interface CurveOutcome permits FittedCurve, CurveOutcome.NoCurve {

  /// No curve.
  record NoCurve(Reason reason) implements CurveOutcome {}

  /// Why there is none.
  enum Reason {
    /// As many different doses as parameters, or fewer: any curve would pass.
    TOO_FEW_LEVELS,
    /// A weight needs a response above 0.
    NOT_POSITIVE,
    /// The doses explain no more of the responses than chance.
    FLAT,
    /// The search did not come to rest.
    NOT_CONVERGED,
    /// A parameter runs out of all bounds, or several cannot be told apart.
    NOT_DETERMINED
  }
}
