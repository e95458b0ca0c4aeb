package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records that an arm begins with.
///
/// @param groups a line for each kind of source, each kind once
/// @param printed the number printed for the whole arm; null where none is printed, so that it is
///   the sum of the lines
public record Identified(List<SourceGroup> groups, @Nullable Count printed) {
  public Identified {
    groups = List.copyOf(groups);
    if (groups.stream().map(SourceGroup::kind).distinct().count() != groups.size()) {
      throw new IllegalArgumentException("each kind of source must stand once");
    }
  }

  /// Counted from sources alone: a line for each kind among them, in the order of [SourceKind].
  public static Identified of(List<Source> sources) {
    List<SourceGroup> groups = new ArrayList<>();
    for (SourceKind kind : SourceKind.values()) {
      List<Source> these = sources.stream().filter(each -> each.kind() == kind).toList();
      if (!these.isEmpty()) {
        groups.add(new SourceGroup(kind, null, these));
      }
    }
    return new Identified(groups, null);
  }

  /// The printed number, else the sum of the lines; not reported where there is neither.
  public Count count() {
    if (printed != null) {
      return printed;
    }
    return groups.isEmpty()
        ? Count.notReported(Count.SUM)
        : Count.sum(groups.stream().map(SourceGroup::count).toList());
  }
}
