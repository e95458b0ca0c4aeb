package org.myocohort.evidence.flow;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One identity with both sides and what it is found to be.
///
/// @param explanation the stated reason for a difference; null where none is stated
public record IdentityCheck(
    Identity identity,
    List<Term> left,
    Relation relation,
    List<Term> right,
    Verdict verdict,
    @Nullable ExplainedDifference explanation) {
  public IdentityCheck {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /// The left side added up; empty when a number of it is not reported.
  public Optional<Long> leftSum() {
    return sum(left);
  }

  /// The right side added up; empty when a number of it is not reported.
  public Optional<Long> rightSum() {
    return sum(right);
  }

  private static Optional<Long> sum(List<Term> terms) {
    long sum = 0;
    for (Term term : terms) {
      Long number = term.count().number();
      if (number == null) {
        return Optional.empty();
      }
      sum += term.subtracted() ? -number : number;
    }
    return Optional.of(sum);
  }
}
