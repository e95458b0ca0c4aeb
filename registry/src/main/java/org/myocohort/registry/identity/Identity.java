package org.myocohort.registry.identity;

/// Who a patient is. Empty texts stand for what is not known.
///
/// @param name as the hospital writes it
/// @param birthDate as ISO 8601, day precise or less
/// @param hospitalNumber by which the hospital finds the patient
public record Identity(String name, String birthDate, String hospitalNumber) {

  /// No identity is ever printed by accident, as into a log.
  @Override
  public String toString() {
    return "Identity[not shown]";
  }
}
