package org.myocohort.evidence.format;

/// Something about a whole file that a user should know; no record is wrong for it.
///
/// @param kind what it is
/// @param detail name of an encoding, or other words for the message; may be empty
/// @param count how often
/// @param line at which it is seen first; 0 where it has none
public record ReadNotice(Kind kind, String detail, int count, int line) {
  /// What a notice tells.
  public enum Kind {
    /// The file is not in UTF-8 but in the encoding named.
    ENCODING,
    /// Bytes that are not UTF-8 were read as the encoding named.
    FALLBACK,
    /// Characters that no XML may hold were left out.
    ILLEGAL_CHARACTERS,
    /// Text that stands in no record was kept with the record before it.
    OUTSIDE,
    /// Fields that stand after the end of a record were added to it.
    AFTER_END,
    /// References that PubMed says were deleted.
    DELETED
  }
}
