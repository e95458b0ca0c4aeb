package org.myocohort.plausibility;

import static org.myocohort.Records.absent;
import static org.myocohort.Records.day;
import static org.myocohort.Records.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.Records;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Biomarker;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// A record with everything that [Records] leaves out; empty texts are not recorded.
final class PatientUnderTest {
  final Records records = new Records();
  private final List<AntibodyResult> antibodies = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Measurement> assayed = new ArrayList<>();
  private final List<AdverseEvent> adverseEvents = new ArrayList<>();
  private final List<ClinicalEvent> events = new ArrayList<>();
  private final List<Biomarker> biomarkers = new ArrayList<>();
  private Cohort cohort = Cohort.OWN;
  private String age = "";
  private String onset = "";
  private String onsetAge = "";
  private String diagnosis = "";
  private String vitalStatus = "";
  private String death = "";
  private String consent = "";
  private String consentDate = "";
  private @Nullable Visit baseline;

  static Value<Moment> moment(String text) {
    return text.isEmpty() ? absent() : Value.of(day(text));
  }

  private static Value<String> word(String text) {
    return text.isEmpty() ? absent() : Value.of(text);
  }

  PatientUnderTest born(String date) {
    records.born(date);
    return this;
  }

  PatientUnderTest published() {
    cohort = Cohort.LITERATURE;
    return this;
  }

  PatientUnderTest aged(String years) {
    age = years;
    return this;
  }

  PatientUnderTest onset(String date, String years) {
    onset = date;
    onsetAge = years;
    return this;
  }

  PatientUnderTest diagnosed(String date) {
    diagnosis = date;
    return this;
  }

  PatientUnderTest status(String status) {
    vitalStatus = status;
    return this;
  }

  PatientUnderTest died(String date) {
    death = date;
    return this;
  }

  PatientUnderTest consent(String status, String date) {
    consent = status;
    consentDate = date;
    return this;
  }

  PatientUnderTest antibody(String code, String method, AntibodyResult.Result result, String date) {
    antibodies.add(
        new AntibodyResult(
            new RowReference("antibodies", "a" + (antibodies.size() + 1)),
            "antibody",
            code,
            word(method),
            result,
            absent(),
            "",
            moment(date)));
    return this;
  }

  /// A visit, with scales as `mmt=70`.
  PatientUnderTest visit(String date, String... scales) {
    Map<CoreSetScale, Value<BigDecimal>> values = new EnumMap<>(CoreSetScale.class);
    for (String scale : scales) {
      String[] parts = scale.split("=", 2);
      for (CoreSetScale known : CoreSetScale.values()) {
        if (known.column().equals(parts[0])) {
          values.put(known, number(parts[1]));
        }
      }
    }
    visits.add(
        new Visit(
            new RowReference("visits", "v" + (visits.size() + 1)), day(date), values, List.of()));
    return this;
  }

  /// A visit with one enzyme of its own.
  PatientUnderTest visitWithEnzyme(
      String date, MuscleEnzyme enzyme, String value, String upperLimit) {
    RowReference row = new RowReference("visits", "v" + (visits.size() + 1));
    visits.add(
        new Visit(
            row,
            day(date),
            Map.of(),
            List.of(
                new EnzymeMeasurement(
                    enzyme, row, enzyme.code(), number(value), number(upperLimit), ""))));
    return this;
  }

  PatientUnderTest lastVisitIsBaseline() {
    baseline = visits.getLast();
    return this;
  }

  PatientUnderTest troponin(String code, String assay) {
    assayed.add(
        new Measurement(
            new RowReference("measurements", "t" + (assayed.size() + 1)),
            code,
            moment("2026-01-01"),
            number("20"),
            absent(),
            "ng/L",
            absent(),
            absent(),
            word(assay)));
    return this;
  }

  PatientUnderTest adverse(String grade, String version, String start, String stop) {
    adverseEvents.add(
        new AdverseEvent(
            new RowReference("adverse_events", "e" + (adverseEvents.size() + 1)),
            "rash",
            grade.isEmpty() ? absent() : Value.of(Integer.valueOf(grade)),
            word(version),
            moment(start),
            moment(stop),
            absent(),
            absent()));
    return this;
  }

  PatientUnderTest event(ClinicalEvent.Kind kind, String date) {
    events.add(
        new ClinicalEvent(
            new RowReference("events", "k" + (events.size() + 1)), kind, moment(date), ""));
    return this;
  }

  PatientUnderTest biomarker(String date) {
    biomarkers.add(
        new Biomarker(
            new RowReference("biomarkers", "b" + (biomarkers.size() + 1)),
            absent(),
            moment(date),
            "IL-1Ra",
            absent(),
            number("300"),
            "pg/mL",
            "",
            "",
            absent(),
            ""));
    return this;
  }

  PatientRecord build() {
    PatientRecord base = records.build();
    List<Measurement> measurements = new ArrayList<>(base.measurements());
    measurements.addAll(assayed);
    Person person = base.person();
    return new PatientRecord(
        new Person(
            person.row(),
            person.id(),
            cohort,
            absent(),
            absent(),
            person.sex(),
            person.birth(),
            number(age),
            moment(onset),
            number(onsetAge),
            moment(diagnosis),
            absent(),
            word(vitalStatus),
            moment(death),
            new Person.Consent(word(consent), moment(consentDate), absent())),
        base.coverage(),
        antibodies,
        base.manifestations(),
        visits,
        measurements,
        base.treatments(),
        adverseEvents,
        events,
        biomarkers,
        absent(),
        baseline);
  }

  List<Finding> findings(StudySettings settings) {
    return PlausibilityCheck.check(build(), settings);
  }

  /// Each finding as `code row/column`.
  List<String> found(StudySettings settings) {
    return findings(settings).stream()
        .map(finding -> finding.code() + " " + finding.row().id() + "/" + finding.column())
        .toList();
  }

  List<String> found() {
    return found(StudySettings.DEFAULT);
  }
}
