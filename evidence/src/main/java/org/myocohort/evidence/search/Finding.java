package org.myocohort.evidence.search;

/// Something that is wrong with a search string, or that its writer should know.
///
/// @param line in the text, from 1
/// @param column in that line, from 1
/// @param found what stands there
/// @param suggestion what may be meant, as a piece of a search string; empty where none is known
public record Finding(Code code, int line, int column, String found, String suggestion) {
  /// How much it matters.
  public enum Severity {
    /// The database would refuse it, drop it or take it for something else.
    ERROR,
    /// It can be read.
    WARNING
  }

  /// What it is.
  public enum Code {
    BRACKET_NOT_CLOSED(Severity.ERROR),
    BRACKET_NOT_OPENED(Severity.ERROR),
    QUOTE_NOT_CLOSED(Severity.ERROR),
    /// An operator, a bracket or the end where something to search for is expected.
    OPERAND_MISSING(Severity.ERROR),
    OPERATOR_MISSING(Severity.ERROR),
    /// An operator of another dialect.
    OPERATOR_FOREIGN(Severity.ERROR),
    /// A field or a heading as another dialect writes it.
    SYNTAX_FOREIGN(Severity.ERROR),
    FIELD_UNKNOWN(Severity.ERROR),
    LINE_UNKNOWN(Severity.ERROR),
    TRUNCATION_SHORT(Severity.ERROR),
    /// A character that no search string holds there: often a heading among the lines.
    CHARACTER_UNEXPECTED(Severity.ERROR),
    LIMIT_UNREADABLE(Severity.ERROR),
    EMPTY(Severity.ERROR),
    WILDCARD_UNKNOWN(Severity.WARNING),
    WILDCARD_IN_PHRASE(Severity.WARNING),
    OPERATOR_LOWER_CASE(Severity.WARNING),
    /// Two operands without an operator, which the dialect takes for AND.
    OPERATOR_IMPLIED(Severity.WARNING),
    AND_NOT(Severity.WARNING),
    QUOTES_CURLED(Severity.WARNING),
    /// A bare number that may be meant as a line.
    NUMBER_NOT_A_LINE(Severity.WARNING),
    LINE_UNUSED(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }
  }

  public Severity severity() {
    return code.severity;
  }
}
