package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;

/// What can be day 0 of a patient's time axis.
///
/// @param code `index`, `first-visit`, `diagnosis`, or `drug:` with the code of a drug
/// @param label what it is, in words
/// @param axis the name of the time axis
/// @param moment when it was
public record DayZero(String code, String label, String axis, Moment moment) {
  static final String DRUG = "drug:";

  /// Every event of the record that can be day 0, the one to choose unless asked otherwise first:
  /// the first dose of the index drug, then the first visit.
  public static List<DayZero> choices(PatientResults results, Words words) {
    PatientRecord patient = results.patient();
    List<DayZero> choices = new ArrayList<>();
    String index = results.response().indexDrug();
    Moment firstDose = results.dayZero();
    if (index != null && firstDose != null) {
      choices.add(
          new DayZero(
              "index",
              words.text("day-zero.drug", words.drug(index)),
              words.text("figure.months-from", words.drug(index)),
              firstDose));
    }
    if (!patient.visits().isEmpty()) {
      choices.add(
          new DayZero(
              "first-visit",
              words.text("day-zero.first-visit"),
              words.text("figure.months-from-first-visit"),
              patient.visits().getFirst().date()));
    }
    if (patient.person().diagnosis() instanceof Value.Known<Moment>(Moment diagnosis)) {
      choices.add(
          new DayZero(
              "diagnosis",
              words.text("day-zero.diagnosis"),
              words.text("figure.months-from-diagnosis"),
              diagnosis));
    }
    Set<String> drugs = new LinkedHashSet<>();
    patient.treatments().stream().map(Treatment::drug).forEach(drugs::add);
    for (String drug : drugs) {
      if (!drug.equals(index)) {
        patient
            .firstDose(drug)
            .ifPresent(first ->
                choices.add(
                    new DayZero(
                        DRUG + drug,
                        words.text("day-zero.drug", words.drug(drug)),
                        words.text("figure.months-from", words.drug(drug)),
                        first)));
      }
    }
    return choices;
  }
}
