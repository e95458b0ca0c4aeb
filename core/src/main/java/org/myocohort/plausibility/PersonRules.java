package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.response.ResponseSeries;

/// Ages against dates, the marked baseline, and consent.
///
/// The index date is the first dose of the index drug, or the first visit of a study without one.
/// An age may be rounded or taken at a report soon after, so a year in either direction fits.
final class PersonRules {
  private final Person person;
  private final List<Finding> findings = new ArrayList<>();

  private PersonRules(Person person) {
    this.person = person;
  }

  static List<Finding> check(PatientRecord patient, StudySettings settings) {
    PersonRules rules = new PersonRules(patient.person());
    rules.ages(indexDate(patient, settings).orElse(null));
    rules.baseline(patient, settings);
    rules.consent(patient);
    return rules.findings;
  }

  private static Optional<Moment> indexDate(PatientRecord patient, StudySettings settings) {
    String drug = ResponseSeries.indexDrug(patient, settings);
    if (drug != null) {
      return patient.firstDose(drug);
    }
    return patient.visits().stream().findFirst().map(visit -> visit.date());
  }

  private void ages(@Nullable Moment index) {
    age("age_years", person.ageYears(), index, PlausibilityRule.AGE_DIFFERS);
    Moment onset = person.onset() instanceof Value.Known<Moment>(Moment known) ? known : null;
    age("onset_age_years", person.onsetAgeYears(), onset, PlausibilityRule.ONSET_AGE_DIFFERS);
    if (person.onsetAgeYears() instanceof Value.Known<BigDecimal>(BigDecimal atOnset)
        && person.ageYears() instanceof Value.Known<BigDecimal>(BigDecimal reported)
        && atOnset.compareTo(reported.add(BigDecimal.ONE)) >= 0) {
      add("onset_age_years", PlausibilityRule.ONSET_AGE_ABOVE_AGE, atOnset, reported);
    }
  }

  private void age(
      String column, Value<BigDecimal> recorded, @Nullable Moment when, PlausibilityRule rule) {
    if (when == null
        || !(recorded instanceof Value.Known<BigDecimal>(BigDecimal age))
        || !(person.birth() instanceof Value.Known<Moment>(Moment birth))
        || when.isBefore(birth) == Truth.TRUE) {
      return;
    }
    Moment.YearSpan years = when.yearsSince(birth).orElse(null);
    if (years != null
        && (age.compareTo(BigDecimal.valueOf(years.least() - 1L)) < 0
            || age.compareTo(BigDecimal.valueOf(years.most() + 1L)) > 0)) {
      add(column, rule, age, years.least(), years.most(), birth, when);
    }
  }

  private void baseline(PatientRecord patient, StudySettings settings) {
    String drug = ResponseSeries.indexDrug(patient, settings);
    if (drug == null || patient.baseline() == null) {
      return;
    }
    Moment baseline = patient.baseline().date();
    Moment first = patient.firstDose(drug).orElse(null);
    if (first != null && baseline.isAfter(first) == Truth.TRUE) {
      findings.add(
          Finding.of(
              patient.baseline().row(),
              "baseline",
              PlausibilityRule.BASELINE_AFTER_FIRST_DOSE,
              baseline,
              drug,
              first));
    }
  }

  private void consent(PatientRecord patient) {
    if (person.consent().status() instanceof Value.Known<String>(String status)
        && !status.equals("given")) {
      int rows =
          patient.antibodies().size()
              + patient.manifestations().size()
              + patient.visits().size()
              + patient.measurements().size()
              + patient.treatments().size()
              + patient.adverseEvents().size()
              + patient.events().size()
              + patient.biomarkers().size();
      if (rows > 0) {
        add("consent", PlausibilityRule.CONSENT_NOT_GIVEN, status, rows);
      }
    }
  }

  private void add(String column, PlausibilityRule rule, Object... values) {
    findings.add(Finding.of(person.row(), column, rule, values));
  }
}
