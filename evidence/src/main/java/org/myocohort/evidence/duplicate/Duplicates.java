package org.myocohort.evidence.duplicate;

import java.util.List;

/// Which records describe the same work.
///
/// @param records that were compared
/// @param clusters ids of records that describe one work, two or more each, in the order of the
///   records
/// @param merged pairs by which clusters were made, the most probable first
/// @param maybe pairs for a person to look at, the most probable first
/// @param contradicted decisions that could not hold because later ones speak against them
public record Duplicates(
    int records,
    List<List<String>> clusters,
    List<ComparedPair> merged,
    List<ComparedPair> maybe,
    List<DuplicateDecision> contradicted) {
  public Duplicates {
    clusters = clusters.stream().map(List::copyOf).toList();
    merged = List.copyOf(merged);
    maybe = List.copyOf(maybe);
    contradicted = List.copyOf(contradicted);
  }

  /// Records that have a copy, the one to keep too.
  public int members() {
    return clusters.stream().mapToInt(List::size).sum();
  }

  /// Records that can go: of each cluster all but one.
  public int removable() {
    return members() - clusters.size();
  }
}
