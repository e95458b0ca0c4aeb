package org.myocohort.evidence.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sources of one kind: a line of the box "records identified from".
///
/// @param printed the number printed for the kind; null where none is printed, so that it is the
///   sum of its sources
/// @param sources each source by name; empty where only the kind has a number
public record SourceGroup(SourceKind kind, @Nullable Count printed, List<Source> sources) {
  public SourceGroup {
    sources = List.copyOf(sources);
    if (printed == null && sources.isEmpty()) {
      throw new IllegalArgumentException("a kind of source needs a number or sources: " + kind);
    }
  }

  /// The printed number, else the sum of the sources.
  public Count count() {
    return printed != null ? printed : Count.sum(sources.stream().map(Source::count).toList());
  }
}
