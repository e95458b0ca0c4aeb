package org.myocohort.evidence.search;

/// Something that a translation could not carry over as it was.
///
/// @param line number of the line in the original
/// @param from what stood there
/// @param to what stands for it now; empty where nothing does
public record TranslationNote(int line, Code code, String from, String to) {
  /// What happened to it.
  public enum Code {
    /// The heading's words are kept; whether the other vocabulary has it was not looked up.
    HEADING_NOT_LOOKED_UP,
    MAJOR_LOST,
    QUALIFIER_LOST,
    /// The field covers other parts of the record.
    FIELD_CHANGED,
    /// The database's own mapping of words to headings is not carried.
    MAPPING_LOST,
    /// AND stands where words had to be near each other: finds more.
    PROXIMITY_LOST,
    PROXIMITY_APPROXIMATED,
    ORDER_LOST,
    /// A wildcard within a word became a truncation there: finds more.
    WILDCARD_WIDER,
    /// A wildcard was left out: finds less.
    WILDCARD_LOST,
    /// A truncation without a limit became one with a limit, or the other way round.
    TRUNCATION_CHANGED,
    TRUNCATION_SHORT,
    LIMIT_LOST,
    LIMIT_APPROXIMATED,
    LINE_UNREADABLE
  }
}
