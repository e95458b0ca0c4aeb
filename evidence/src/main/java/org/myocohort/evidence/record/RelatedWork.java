package org.myocohort.evidence.record;

/// Another publication that the database links to a record, such as its retraction.
///
/// @param kind how it is related
/// @param text as exported: a citation, often with an identifier
public record RelatedWork(Kind kind, String text) {
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
