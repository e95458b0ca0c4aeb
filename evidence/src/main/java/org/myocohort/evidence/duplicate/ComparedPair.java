package org.myocohort.evidence.duplicate;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two records that look alike, what was made of it, and why.
///
/// @param first id of the one that stands first among the records
/// @param second id of the other
/// @param rule by which they were merged; null of a pair for a person to look at
/// @param conflicts what speaks against it, in the order of [Conflict]; empty of a merged pair, and
///   of one for which the evidence is merely not enough
/// @param probability that both describe the same work, 0 to 1; by judgement, it orders the pairs
/// @param agreements field by field
public record ComparedPair(
    String first,
    String second,
    @Nullable MergeRule rule,
    Set<Conflict> conflicts,
    double probability,
    List<FieldAgreement> agreements) {
  public ComparedPair {
    agreements = List.copyOf(agreements);
  }
}
