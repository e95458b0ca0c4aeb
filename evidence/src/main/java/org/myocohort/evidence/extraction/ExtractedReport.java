package org.myocohort.evidence.extraction;

import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.link.CohortFacts;

/// What was read of a report as a whole, a line of `reports.csv`.
///
/// @param id of the report in the review
/// @param citation for people; empty where nobody has written one
/// @param study that the report belongs to; null while nobody has said so
/// @param cohort of the study that its patients come from; null while nobody has said so
/// @param design null while nobody has said so
/// @param facts that show whether another report is about the same patients
/// @param line of the row in its file
public record ExtractedReport(
    String id,
    String citation,
    @Nullable String study,
    @Nullable String cohort,
    @Nullable Design design,
    CohortFacts facts,
    int line) {}
