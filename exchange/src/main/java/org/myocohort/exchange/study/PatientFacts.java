package org.myocohort.exchange.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Person;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// What the tables say of one patient, gathered table by table.
final class PatientFacts {
  private @Nullable Person person;
  Coverage coverage = Coverage.OPEN;
  final List<AntibodyResult> antibodies = new ArrayList<>();
  final List<Manifestation> manifestations = new ArrayList<>();
  final List<Visit> visits = new ArrayList<>();
  final List<Measurement> measurements = new ArrayList<>();
  final List<Treatment> treatments = new ArrayList<>();
  final List<AdverseEvent> adverseEvents = new ArrayList<>();
  final List<ClinicalEvent> events = new ArrayList<>();
  final List<Biomarker> biomarkers = new ArrayList<>();
  Value<String> reportedResponse = Value.absent(AbsenceReason.NOT_RECORDED);
  @Nullable Visit baseline;

  void person(Person known) {
    person = known;
  }

  Optional<Moment> birth() {
    return person != null && person.birth() instanceof Value.Known<Moment>(Moment birth)
        ? Optional.of(birth)
        : Optional.empty();
  }

  /// The record.
  ///
  /// @throws IllegalStateException if no row said who the patient is
  PatientRecord record() {
    if (person == null) {
      throw new IllegalStateException("a record without a person");
    }
    VisitEnzymes enzymes = new VisitEnzymes(measurements);
    List<Visit> complete = new ArrayList<>(visits.size());
    Visit completeBaseline = null;
    for (Visit visit : visits) {
      Visit filled = enzymes.fill(visit);
      complete.add(filled);
      if (baseline != null && visit.row().equals(baseline.row())) {
        completeBaseline = filled;
      }
    }
    return new PatientRecord(
        person,
        coverage,
        antibodies,
        manifestations,
        complete,
        measurements,
        treatments,
        adverseEvents,
        events,
        biomarkers,
        reportedResponse,
        completeBaseline);
  }
}
