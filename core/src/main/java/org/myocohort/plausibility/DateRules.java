package org.myocohort.plausibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// Order of dates: nothing before birth, no care after death, no end before its start.
final class DateRules {
  private final PatientRecord patient;
  private final List<Finding> findings = new ArrayList<>();
  private final @Nullable Moment birth;
  private final @Nullable Moment death;

  private DateRules(PatientRecord patient) {
    this.patient = patient;
    birth = patient.person().birth() instanceof Value.Known<Moment>(Moment born) ? born : null;
    death = death(patient).orElse(null);
  }

  static List<Finding> check(PatientRecord patient) {
    DateRules rules = new DateRules(patient);
    rules.person();
    rules.rows();
    return rules.findings;
  }

  /// The date of death, else that of the event.
  static Optional<Moment> death(PatientRecord patient) {
    if (patient.person().death() instanceof Value.Known<Moment>(Moment date)) {
      return Optional.of(date);
    }
    for (ClinicalEvent event : patient.events()) {
      if (event.kind() == ClinicalEvent.Kind.DEATH
          && event.date() instanceof Value.Known<Moment>(Moment date)) {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }

  private void person() {
    Person person = patient.person();
    RowReference row = person.row();
    dated(row, "onset", person.onset(), PlausibilityRule.AFTER_DEATH);
    dated(row, "diagnosis", person.diagnosis(), PlausibilityRule.FOUND_AFTER_DEATH);
    dated(row, "death", person.death(), null);
    dated(row, "consent_date", person.consent().date(), null);
    if (person.diagnosis() instanceof Value.Known<Moment>(Moment diagnosis)
        && person.onset() instanceof Value.Known<Moment>(Moment onset)
        && diagnosis.isBefore(onset) == Truth.TRUE) {
      add(row, "diagnosis", PlausibilityRule.DIAGNOSIS_BEFORE_ONSET, diagnosis, onset);
    }
    if (person.vitalStatus() instanceof Value.Known<String>(String status)
        && status.equals("alive")
        && death != null) {
      add(row, "vital_status", PlausibilityRule.ALIVE_WITH_DEATH, death);
    }
  }

  private void rows() {
    for (AntibodyResult antibody : patient.antibodies()) {
      dated(antibody.row(), "date", antibody.date(), PlausibilityRule.FOUND_AFTER_DEATH);
    }
    for (Manifestation found : patient.manifestations()) {
      dated(found.row(), "from", found.from(), PlausibilityRule.FOUND_AFTER_DEATH);
      ended(found.row(), "to", found.from(), found.to());
    }
    for (Visit visit : patient.visits()) {
      dated(visit.row(), "date", Value.of(visit.date()), PlausibilityRule.AFTER_DEATH);
    }
    for (Measurement measurement : patient.measurements()) {
      dated(measurement.row(), "date", measurement.date(), PlausibilityRule.AFTER_DEATH);
    }
    for (Treatment treatment : patient.treatments()) {
      treatment(treatment);
    }
    for (AdverseEvent event : patient.adverseEvents()) {
      dated(event.row(), "start", event.start(), PlausibilityRule.AFTER_DEATH);
      ended(event.row(), "stop", event.start(), event.stop());
    }
    for (ClinicalEvent event : patient.events()) {
      event(event);
    }
    for (Biomarker biomarker : patient.biomarkers()) {
      dated(biomarker.row(), "date", biomarker.date(), PlausibilityRule.FOUND_AFTER_DEATH);
    }
  }

  private void treatment(Treatment treatment) {
    boolean started =
        dated(treatment.row(), "start", treatment.start(), PlausibilityRule.AFTER_DEATH);
    // The last dose is on the day before the stop, so that a stop a day after the death fits.
    if (!started
        && death != null
        && treatment.stop() instanceof Value.Known<Moment>(Moment stop)
        && stop.comparableWith(death)
        && stop.earliest() > death.latest() + 1) {
      add(treatment.row(), "stop", PlausibilityRule.AFTER_DEATH, stop, death);
    }
    ended(treatment.row(), "stop", treatment.start(), treatment.stop());
  }

  private void event(ClinicalEvent event) {
    switch (event.kind()) {
      case DEATH -> {
        dated(event.row(), "date", event.date(), null);
        if (death != null
            && event.date() instanceof Value.Known<Moment>(Moment date)
            && (date.isBefore(death) == Truth.TRUE || date.isAfter(death) == Truth.TRUE)) {
          add(event.row(), "date", PlausibilityRule.DEATH_DATES_DIFFER, date, death);
        }
      }
      case FLARE,
          RELAPSE,
          ADMISSION,
          INFECTION,
          VACCINATION,
          LIVE_VACCINATION,
          INACTIVATED_VACCINATION,
          PREGNANCY,
          CANCER ->
          dated(event.row(), "date", event.date(), PlausibilityRule.AFTER_DEATH);
      // A note, such as on an autopsy.
      case OTHER -> dated(event.row(), "date", event.date(), null);
    }
  }

  /// Whether the date broke the given rule on what comes after death.
  private boolean dated(
      RowReference row, String column, Value<Moment> when, @Nullable PlausibilityRule afterDeath) {
    if (!(when instanceof Value.Known<Moment>(Moment date))) {
      return false;
    }
    if (birth != null && date.isBefore(birth) == Truth.TRUE) {
      add(row, column, PlausibilityRule.BEFORE_BIRTH, date, birth);
    }
    if (afterDeath == null || death == null || date.isAfter(death) != Truth.TRUE) {
      return false;
    }
    add(row, column, afterDeath, date, death);
    return true;
  }

  private void ended(RowReference row, String column, Value<Moment> start, Value<Moment> stop) {
    if (start instanceof Value.Known<Moment>(Moment from)
        && stop instanceof Value.Known<Moment>(Moment to)
        && to.isBefore(from) == Truth.TRUE) {
      add(row, column, PlausibilityRule.STOP_BEFORE_START, to, from);
    }
  }

  private void add(RowReference row, String column, PlausibilityRule rule, Object... values) {
    findings.add(Finding.of(row, column, rule, values));
  }
}
