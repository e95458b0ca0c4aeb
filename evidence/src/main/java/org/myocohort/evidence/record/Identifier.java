package org.myocohort.evidence.record;

/// A name of a record.
///
/// @param kind what it names by
/// @param value normalised as `kind` says, so that equal ones are equal
/// @param raw as it was exported
public record Identifier(IdentifierKind kind, String value, String raw) {
  public Identifier {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an identifier has a value");
    }
  }
}
