package org.myocohort.evidence.record;

import java.util.List;

/// Another publication that the database links to a record, such as its retraction.
///
/// @param kind how it is related
/// @param text as exported: a citation, often with an identifier
/// @param identifiers of the other publication, where the export gives them
public record RelatedWork(Kind kind, String text, List<Identifier> identifiers) {

  public RelatedWork {
    identifiers = List.copyOf(identifiers);
  }

  /// One of which only the citation is given.
  public RelatedWork(Kind kind, String text) {
    this(kind, text, List.of());
  }

  /// How the other publication is related to the record.
  public enum Kind {
    COMMENT_IN,
    COMMENT_ON,
    RETRACTION_IN,
    RETRACTION_OF,
    ERRATUM_IN,
    ERRATUM_FOR,
    CONCERN_IN,
    CONCERN_FOR,
    UPDATE_IN,
    UPDATE_OF,
    REPUBLISHED_IN,
    REPUBLISHED_FROM,
    /// Linked in a way that has no name here.
    OTHER
  }
}
