package org.myocohort.care.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSet;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Facts;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.PatientRecord.Coverage;
import org.myocohort.patient.Person;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// A patient's record as it stood on a day, arranged so that many rules can be asked of it.
///
/// What the record holds of later days does not count.
public final class PatientView {
  private static final String VISITS = "visits";

  private final PatientRecord whole;
  private final LocalDate day;
  private final Moment.Day moment;
  private final Map<String, Classification> classifications = new LinkedHashMap<>();
  private final Map<Rule.Leaf, Explained> known = new HashMap<>();
  private @Nullable PatientRecord patient;
  private @Nullable Map<String, List<Measurement>> measurements;
  private @Nullable Facts facts;
  private @Nullable LinesOfTreatment lines;

  public PatientView(PatientRecord patient, LocalDate day) {
    this.whole = patient;
    this.day = day;
    this.moment = new Moment.Day(day);
  }

  Person person() {
    return whole.person();
  }

  Coverage coverage() {
    return whole.coverage();
  }

  List<AntibodyResult> antibodies() {
    return upToTheDay(whole.antibodies(), each -> notAfter(each.date()));
  }

  List<Manifestation> manifestations() {
    return upToTheDay(whole.manifestations(), each -> notAfter(each.from()));
  }

  List<Visit> visits() {
    return upToTheDay(whole.visits(), each -> notAfter(each.date()));
  }

  List<Treatment> treatments() {
    return upToTheDay(whole.treatments(), each -> notAfter(each.start()));
  }

  List<ClinicalEvent> events() {
    return upToTheDay(whole.events(), each -> notAfter(each.date()));
  }

  /// The whole record up to the day. Most rules ask for a list or two, and the measurements are by
  /// far the longest: the lists are cut when they are asked for.
  public PatientRecord patient() {
    PatientRecord made = patient;
    if (made == null) {
      made =
          new PatientRecord(
              whole.person(),
              whole.coverage(),
              antibodies(),
              manifestations(),
              visits(),
              upToTheDay(whole.measurements(), each -> notAfter(each.date())),
              treatments(),
              upToTheDay(whole.adverseEvents(), each -> notAfter(each.start())),
              events(),
              upToTheDay(whole.biomarkers(), each -> notAfter(each.date())),
              whole.reportedResponse(),
              null);
      patient = made;
    }
    return made;
  }

  /// The rows that count; mostly that is all of them, in the list that is there.
  private static <T> List<T> upToTheDay(List<T> rows, Predicate<T> counts) {
    for (T row : rows) {
      if (!counts.test(row)) {
        return rows.stream().filter(counts).toList();
      }
    }
    return rows;
  }

  /// Where an enzyme of a visit stands: a row, and in it a code.
  private record Cell(RowReference row, String code) {}

  private Map<String, List<Measurement>> byCode() {
    Map<String, List<Measurement>> byCode = new HashMap<>();
    Set<Cell> ofVisits = new HashSet<>();
    for (Measurement measurement : whole.measurements()) {
      if (!notAfter(measurement.date())) {
        continue;
      }
      if (isOfVisit(measurement.row())) {
        ofVisits.add(new Cell(measurement.row(), measurement.code()));
      }
      keep(measurement, byCode);
    }
    for (Visit visit : visits()) {
      for (EnzymeMeasurement enzyme : visit.enzymes()) {
        // Elsewhere the visit's enzyme is one of the measurements, with the date of that one.
        if (isOfVisit(enzyme.row())
            && ofVisits.add(new Cell(enzyme.row(), enzyme.enzyme().code()))) {
          keep(measurement(visit, enzyme), byCode);
        }
      }
    }
    return byCode;
  }

  private static boolean isOfVisit(RowReference row) {
    return row.table().equals(VISITS);
  }

  private static void keep(Measurement measurement, Map<String, List<Measurement>> byCode) {
    if (!measurement.value().isAbsent() || !measurement.qualitative().isAbsent()) {
      byCode.computeIfAbsent(measurement.code(), _ -> new ArrayList<>()).add(measurement);
    }
  }

  private static Measurement measurement(Visit visit, EnzymeMeasurement enzyme) {
    return new Measurement(
        enzyme.row(),
        enzyme.enzyme().code(),
        Value.of(visit.date()),
        enzyme.value(),
        Value.absent(AbsenceReason.NOT_RECORDED),
        enzyme.unit(),
        Value.absent(AbsenceReason.NOT_RECORDED),
        enzyme.upperLimitOfNormal(),
        Value.absent(AbsenceReason.NOT_RECORDED));
  }

  /// Whether something may have happened by the day.
  private boolean notAfter(Value<Moment> date) {
    return !(date instanceof Value.Known<Moment>(Moment known)) || notAfter(known);
  }

  private boolean notAfter(Moment date) {
    return date.isAfter(moment) != Truth.TRUE;
  }

  public LocalDate day() {
    return day;
  }

  Moment.Day moment() {
    return moment;
  }

  /// What was measured of a code up to the day, the enzymes of visits included.
  public List<Measurement> measurements(String code) {
    Map<String, List<Measurement>> made = measurements;
    if (made == null) {
      made = byCode();
      measurements = made;
    }
    return made.getOrDefault(code, List.of());
  }

  /// What the patient was treated with up to the day.
  LinesOfTreatment lines() {
    LinesOfTreatment made = lines;
    if (made == null) {
      made = LinesOfTreatment.of(patient(), day);
      lines = made;
    }
    return made;
  }

  /// What a published set says of the record up to the day.
  Classification classification(String code) {
    Classification before = classifications.get(code);
    if (before != null) {
      return before;
    }
    if (facts == null) {
      facts = Facts.of(patient());
    }
    for (CriteriaSet set : CriteriaSets.ALL) {
      if (set.code().equals(code)) {
        Classification answer = set.classify(facts);
        classifications.put(code, answer);
        return answer;
      }
    }
    throw new IllegalArgumentException("no criteria set " + code);
  }

  /// What a rule says of the patient.
  public Explained explain(Rule rule) {
    if (rule instanceof Rule.Combined combined) {
      List<Explained> parts = new ArrayList<>(combined.parts().size());
      List<Outcome> outcomes = new ArrayList<>(combined.parts().size());
      for (Rule part : combined.parts()) {
        Explained explained = explain(part);
        parts.add(explained);
        outcomes.add(explained.outcome());
      }
      return new Explained(
          rule, Explained.combine(combined, outcomes), parts, List.of(), null, List.of());
    }
    Rule.Leaf leaf = (Rule.Leaf) rule;
    // Many trials ask the same: an answer that is known is not looked up again.
    Explained before = known.get(leaf);
    if (before == null) {
      before = look(leaf);
      known.put(leaf, before);
    }
    return before;
  }

  private Explained look(Rule.Leaf leaf) {
    return switch (leaf) {
      case Rule.Age age -> PersonReading.age(this, age);
      case Rule.SexIs sex -> PersonReading.sex(this, sex);
      case Rule.Duration duration -> PersonReading.duration(this, duration);
      case Rule.Antibody antibody -> FactReading.antibody(this, antibody);
      case Rule.Found found -> FactReading.found(this, found);
      case Rule.Happened happened -> FactReading.happened(this, happened);
      case Rule.Classified classified -> FactReading.classified(this, classified);
      case Rule.Measured measured -> MeasureReading.measured(this, measured);
      case Rule.Fall fall -> MeasureReading.fall(this, fall);
      case Rule.CoreSet scale -> MeasureReading.coreSet(this, scale);
      case Rule.Taken taken -> TreatmentReading.taken(this, taken);
      case Rule.Stopped stopped -> StopReading.stopped(this, stopped);
      case Rule.RefractoryBy refractory -> LineReading.refractory(this, refractory);
      case Rule.BegunInLine line -> LineReading.begun(this, line);
      case Rule.DescribedBy described -> PersonReading.described(this, described);
      case Rule.Diagnosis(String name) ->
          Look.missing(leaf, Explained.Missing.of("diagnosis", name));
      case Rule.NotHeld(String item) -> Look.missing(leaf, Explained.Missing.of("item", item));
      case Rule.Person _ ->
          new Explained(leaf, Outcome.PERSON, List.of(), List.of(), null, List.of());
    };
  }
}
