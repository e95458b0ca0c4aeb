package org.myocohort.evidence.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every number of a PRISMA 2020 diagram. A part that is null is not in the diagram; a number that
/// is in it and not known is [Count#notReported].
///
/// Nothing is checked here: numbers that do not fit together can be held.
///
/// @param title what the review is called
/// @param previous the version before, in an update
/// @param identified records from databases and registers
/// @param removed those removed before screening
/// @param screening title and abstract; null where every record goes straight to full text
/// @param fullTexts retrieval and full text of what databases and registers gave
/// @param other the arm of other methods
/// @param included studies and reports at the end
/// @param extra further boxes after the end
/// @param explained differences that linking records, reports and studies explains
public record FlowCounts(
    String title,
    @Nullable PreviousVersion previous,
    Identified identified,
    Removed removed,
    @Nullable Screening screening,
    FullTexts fullTexts,
    @Nullable OtherMethods other,
    Included included,
    List<ExtraBox> extra,
    List<ExplainedDifference> explained) {
  public FlowCounts {
    extra = List.copyOf(extra);
    explained = List.copyOf(explained);
  }

  /// Studies of both versions: the printed number, else the sum; null in a review that is no update
  /// and prints none.
  public @Nullable Count totalStudies() {
    return included.totalStudies() != null || previous == null
        ? included.totalStudies()
        : Count.sum(List.of(included.studies(), previous.studies()));
  }

  /// Reports of both versions: the printed number, else the sum where each version has one.
  public @Nullable Count totalReports() {
    Count reports = included.reports();
    if (included.totalReports() != null
        || previous == null
        || previous.reports() == null
        || reports == null) {
      return included.totalReports();
    }
    Count linked = included.reportsOfPrevious();
    return Count.sum(
        linked == null
            ? List.of(reports, previous.reports())
            : List.of(reports, linked, previous.reports()));
  }
}
