package org.myocohort.evidence.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records removed before screening.
///
/// @param duplicates duplicate records removed; null where there is no such line
/// @param automation records marked as ineligible by automation tools; null where there is no such
///   line, because no tool did
/// @param others records removed for other reasons, each with its reason
/// @param printed the number printed for all of them; null where none is printed
public record Removed(
    @Nullable Count duplicates,
    @Nullable Count automation,
    List<Reason> others,
    @Nullable Count printed) {
  public Removed {
    others = List.copyOf(others);
  }

  /// The counts of its lines.
  List<Count> lines() {
    List<Count> lines = new ArrayList<>();
    if (duplicates != null) {
      lines.add(duplicates);
    }
    if (automation != null) {
      lines.add(automation);
    }
    others.forEach(each -> lines.add(each.count()));
    return lines;
  }

  /// The printed number, else the sum of the lines; not reported where there is neither.
  public Count count() {
    if (printed != null) {
      return printed;
    }
    return lines().isEmpty() ? Count.notReported(Count.SUM) : Count.sum(lines());
  }
}
