package org.myocohort.app.web.entry;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.StoredPatient;

/// What a field about a patient of the registry offers beside the vocabularies.
public final class PatientSuggestions extends Suggestions {
  private static final List<String> OTHER_UNITS =
      List.of("ukat/L", "mg/dL", "g/L", "pg/mL", "ng/mL", "umol/L", "mL/min", "{score}");

  private final StoredPatient patient;
  private final Actor actor;

  PatientSuggestions(String language, StoredPatient patient, Actor actor) {
    super(language);
    this.patient = patient;
    this.actor = actor;
  }

  /// The units of the vocabulary, others in use, and those of the patient's own rows.
  @Override
  public Set<String> units() {
    Set<String> units = new TreeSet<>(OTHER_UNITS);
    units.addAll(super.units());
    for (String table : List.of("measurements", "biomarkers")) {
      patient.rows(table).forEach(row -> units.add(row.cell("unit")));
    }
    units.remove("");
    return units;
  }

  /// The centres of the account, where it has only some; and the patient's own.
  @Override
  public Set<String> centres() {
    Set<String> centres = new TreeSet<>();
    Set<String> own = actor.centres();
    if (own != null) {
      centres.addAll(own);
    }
    centres.add(patient.centre());
    centres.remove("");
    return centres;
  }
}
