package org.myocohort.evidence.flow;

import org.jspecify.annotations.Nullable;

/// What a review ends with. A component that is null is a line that the diagram does not have.
///
/// @param studies new studies included; in a review that is no update, all studies
/// @param reports reports of new studies included
/// @param reportsOfPrevious reports found now of studies that the previous version had included
/// @param patients patients in the new studies
/// @param totalStudies studies of both versions
/// @param totalReports reports of both versions
/// @param pooledStudies studies in the meta-analysis
/// @param pooledReports reports in the meta-analysis
public record Included(
    Count studies,
    @Nullable Count reports,
    @Nullable Count reportsOfPrevious,
    @Nullable Count patients,
    @Nullable Count totalStudies,
    @Nullable Count totalReports,
    @Nullable Count pooledStudies,
    @Nullable Count pooledReports) {

  /// Studies and their reports, and nothing else.
  public static Included of(Count studies, Count reports) {
    return new Included(studies, reports, null, null, null, null, null, null);
  }
}
