package org.myocohort.evidence.duplicate;

/// How two records agree in one field.
///
/// @param field that was compared, normalised
/// @param degree of the agreement
/// @param share how much of the title's words or of the authors is in both, 0 to 1; 1 or 0 of the
///   other fields, and 0 where one record does not give it
public record FieldAgreement(ComparedField field, Degree degree, double share) {
  /// How far a field agrees.
  public enum Degree {
    SAME,
    /// Not the same, and not against it: a title with a word more, pages that overlap.
    ALIKE,
    DIFFERENT,
    /// At least one record does not give it.
    NOT_GIVEN
  }
}
