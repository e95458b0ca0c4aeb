package org.myocohort.app.meta;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.meta.analysis.StudyRow;

/// A study of a forest plot.
///
/// @param row with its numbers
/// @param said of it when somebody points at its mark, beside the numbers; may be empty
/// @param href what its mark opens; null for nothing
public record ForestStudy(StudyRow row, String said, @Nullable String href) {
  /// Studies of which nothing more is said.
  static List<ForestStudy> of(List<StudyRow> rows) {
    return rows.stream().map(row -> new ForestStudy(row, "", null)).toList();
  }
}
