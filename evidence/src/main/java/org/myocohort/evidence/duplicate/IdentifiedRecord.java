package org.myocohort.evidence.duplicate;

import org.myocohort.evidence.record.BibliographicRecord;

/// A record and the name that clusters, pairs and decisions call it by.
///
/// @param id unique among the records that are compared
/// @param record as it was imported
public record IdentifiedRecord(String id, BibliographicRecord record) {
  public IdentifiedRecord {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a record that is compared has an id");
    }
  }
}
