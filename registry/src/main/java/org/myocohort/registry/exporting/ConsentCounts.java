package org.myocohort.registry.exporting;

import org.myocohort.registry.patient.StoredRow;

/// How many patients agreed, refused, withdrew, or were not asked.
///
/// @param published known from publications only
/// @param given agreed
/// @param notRecorded nothing is recorded
/// @param refused refused
/// @param withdrawn agreed and withdrew
public record ConsentCounts(int published, int given, int notRecorded, int refused, int withdrawn) {

  /// What a patient said.
  enum Kind {
    PUBLISHED,
    GIVEN,
    NOT_RECORDED,
    REFUSED,
    WITHDRAWN;

    static Kind of(StoredRow person) {
      if (person.cell("cohort").equalsIgnoreCase("literature")) {
        return PUBLISHED;
      }
      String consent = person.cell("consent");
      if (consent.equalsIgnoreCase("given")) {
        return GIVEN;
      }
      if (consent.equalsIgnoreCase("refused")) {
        return REFUSED;
      }
      return consent.equalsIgnoreCase("withdrawn") ? WITHDRAWN : NOT_RECORDED;
    }

    boolean mayLeave(ExportRequest.Consent rule) {
      return switch (this) {
        case PUBLISHED, GIVEN -> true;
        case NOT_RECORDED -> rule != ExportRequest.Consent.GIVEN;
        case REFUSED, WITHDRAWN -> rule == ExportRequest.Consent.ALL;
      };
    }
  }

  ConsentCounts plus(Kind kind) {
    return new ConsentCounts(
        published + (kind == Kind.PUBLISHED ? 1 : 0),
        given + (kind == Kind.GIVEN ? 1 : 0),
        notRecorded + (kind == Kind.NOT_RECORDED ? 1 : 0),
        refused + (kind == Kind.REFUSED ? 1 : 0),
        withdrawn + (kind == Kind.WITHDRAWN ? 1 : 0));
  }

  public int all() {
    return published + given + notRecorded + refused + withdrawn;
  }

  /// How many leave under a rule.
  public int leaving(ExportRequest.Consent rule) {
    return switch (rule) {
      case GIVEN -> published + given;
      case NOT_RECORDED_TOO -> published + given + notRecorded;
      case ALL -> all();
    };
  }
}
