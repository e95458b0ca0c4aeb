package org.myocohort.evidence.link;

import org.myocohort.evidence.record.BibliographicRecord;

/// A publication that was read.
///
/// @param id unique among the reports
/// @param record that describes it
/// @param facts of the patients it tells of
public record Report(String id, BibliographicRecord record, CohortFacts facts) {}
