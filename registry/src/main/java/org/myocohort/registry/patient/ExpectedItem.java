package org.myocohort.registry.patient;

import java.util.List;
import java.util.stream.Stream;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// What a complete record holds: five items a patient, and the core set at every visit.
public enum ExpectedItem {
  SEX(false),
  BIRTH(false),
  ONSET(false),
  DIAGNOSIS(false),
  ANTIBODIES(false),
  PHYSICIAN_GLOBAL(true),
  PATIENT_GLOBAL(true),
  EXTRAMUSCULAR(true),
  MMT(true),
  HAQ(true),
  ENZYMES(true);

  static final int A_PATIENT = 5;
  static final int A_VISIT = 6;

  private final boolean atEveryVisit;

  ExpectedItem(boolean atEveryVisit) {
    this.atEveryVisit = atEveryVisit;
  }

  /// Whether it is expected at every visit, or once.
  public boolean atEveryVisit() {
    return atEveryVisit;
  }

  /// Its name in message keys, such as `physician-global`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The column that counts how often it is missing.
  public String column() {
    return "missing_" + name().toLowerCase(java.util.Locale.ROOT);
  }

  static List<String> columns() {
    return Stream.of(values()).map(ExpectedItem::column).toList();
  }

  /// How often it is missing in a patient.
  int missing(PatientRecord patient, StoredRow person) {
    return switch (this) {
      case SEX -> absent(person.cell("sex"));
      case BIRTH -> absent(person.cell("birth") + person.cell("age_years"));
      case ONSET -> absent(person.cell("onset") + person.cell("onset_age_years"));
      case DIAGNOSIS -> absent(person.cell("diagnosis"));
      case ANTIBODIES -> patient.antibodies().isEmpty() ? 1 : 0;
      case PHYSICIAN_GLOBAL -> visitsWithout(patient, CoreSetScale.PHYSICIAN_GLOBAL);
      case PATIENT_GLOBAL -> visitsWithout(patient, CoreSetScale.PATIENT_GLOBAL);
      case EXTRAMUSCULAR -> visitsWithout(patient, CoreSetScale.EXTRAMUSCULAR);
      case MMT -> visitsWithout(patient, CoreSetScale.MANUAL_MUSCLE_TEST);
      case HAQ -> visitsWithout(patient, CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);
      case ENZYMES -> {
        int missing = 0;
        for (Visit visit : patient.visits()) {
          missing += visit.enzymes().isEmpty() ? 1 : 0;
        }
        yield missing;
      }
    };
  }

  private static int absent(String text) {
    return text.isEmpty() ? 1 : 0;
  }

  private static int visitsWithout(PatientRecord patient, CoreSetScale scale) {
    int missing = 0;
    for (Visit visit : patient.visits()) {
      missing += visit.scale(scale) instanceof Value.Known<?> ? 0 : 1;
    }
    return missing;
  }
}
