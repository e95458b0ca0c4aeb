package org.myocohort.classification;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.vocabulary.Vocabulary;

/// What a record says of every item that a criteria set may ask for.
public final class Facts {
  private static final List<String> ENZYMES = List.of("ck", "ldh", "ast", "alt");
  private static final String PATIENTS = "patients";
  private static final BigDecimal ADULT = BigDecimal.valueOf(18);
  private static final BigDecimal FORTY = BigDecimal.valueOf(40);

  private final Map<Item, Fact> facts;

  private Facts(Map<Item, Fact> facts) {
    this.facts = facts;
  }

  /// Reads a record.
  public static Facts of(PatientRecord patient) {
    Map<Item, Fact> facts = new EnumMap<>(Item.class);
    Findings findings = new Findings(patient);
    for (Item item : Item.values()) {
      facts.put(item, read(item, patient, findings));
    }
    return new Facts(facts);
  }

  public Fact fact(Item item) {
    return facts.getOrDefault(item, Fact.UNKNOWN);
  }

  Truth truth(Item item) {
    return fact(item).truth();
  }

  /// These facts with one item settled, to ask what it would change.
  Facts with(Item item, Truth truth) {
    Map<Item, Fact> changed = new EnumMap<>(facts);
    changed.put(item, new Fact(truth, List.of(), List.of()));
    // Forty years include eighteen.
    if (item == Item.ONSET_FROM_40 && truth == Truth.TRUE) {
      changed.put(Item.ONSET_FROM_18, new Fact(truth, List.of(), List.of()));
    }
    if (item == Item.ONSET_FROM_18 && truth == Truth.FALSE) {
      changed.put(Item.ONSET_FROM_40, new Fact(truth, List.of(), List.of()));
    }
    return new Facts(changed);
  }

  private static Fact read(Item item, PatientRecord patient, Findings findings) {
    return switch (item) {
      case ANTI_SYNTHETASE_ANTIBODY -> antiSynthetase(patient);
      case ANTI_JO_1 -> antibody(patient, "anti-Jo-1");
      case ARTICULAR_INVOLVEMENT ->
          findings.fact("arthritis").or(findings.fact("inflammatory-arthralgia"));
      case INTERSTITIAL_LUNG_DISEASE -> findings.fact("ILD");
      case ONSET_FROM_18 -> onsetFrom(patient.person(), ADULT);
      case ONSET_FROM_40 -> onsetFrom(patient.person(), FORTY);
      case RAISED_ENZYME -> raisedEnzyme(patient);
      case BIOPSY_DONE -> findings.biopsy();
      case ARTHRITIS,
          MECHANICS_HANDS,
          MYOCARDITIS,
          MYOSITIS,
          RAYNAUD,
          FEVER,
          UPPER_LIMB_WEAKNESS,
          LOWER_LIMB_WEAKNESS,
          NECK_FLEXOR_WEAKNESS,
          LEG_WEAKNESS_PROXIMAL,
          HELIOTROPE_RASH,
          GOTTRON_PAPULES,
          GOTTRON_SIGN,
          DYSPHAGIA,
          BIOPSY_ENDOMYSIAL,
          BIOPSY_PERIMYSIAL,
          BIOPSY_PERIFASCICULAR_ATROPHY,
          BIOPSY_RIMMED_VACUOLES,
          FINGER_FLEXOR_WEAKNESS,
          NO_RESPONSE_TO_TREATMENT,
          PROXIMAL_WEAKNESS,
          BIOPSY_COMPATIBLE,
          EMG_TRIAD,
          RASH ->
          findings.fact(item.code());
    };
  }

  private static boolean isAntiSynthetase(String antibody) {
    return Vocabulary.antibodies().term(antibody).cell("group").startsWith("anti-synthetase");
  }

  /// Any antibody against an aminoacyl-tRNA synthetase. A negative panel, all eight negative, or a
  /// published list without one says no.
  private static Fact antiSynthetase(PatientRecord patient) {
    List<AntibodyResult> positive = new ArrayList<>();
    List<AntibodyResult> negative = new ArrayList<>();
    boolean open = false;
    for (AntibodyResult result : patient.antibodies()) {
      if (isAntiSynthetase(result.antibody())) {
        switch (result.result().truth()) {
          case TRUE -> positive.add(result);
          case FALSE -> negative.add(result);
          case UNKNOWN -> open = true;
        }
      }
    }
    if (!positive.isEmpty()) {
      return new Fact(Truth.TRUE, inputs(positive), antibodyNotes(positive));
    }
    boolean panel = negative.stream().anyMatch(result -> isPanel(result.antibody()));
    boolean all =
        Vocabulary.antibodies().terms().stream()
            .filter(term -> term.cell("group").equals("anti-synthetase"))
            .filter(term -> term.cell("mark").equals("verified"))
            .allMatch(term ->
                negative.stream().anyMatch(result -> result.antibody().equals(term.code())));
    if (panel || all) {
      return new Fact(Truth.FALSE, inputs(negative), List.of());
    }
    return isPublishedList(patient) && !open
        ? new Fact(Truth.FALSE, inputs(patient.antibodies()), List.of(Note.of("closed-list")))
        : Fact.UNKNOWN;
  }

  private static List<Note> antibodyNotes(List<AntibodyResult> positive) {
    List<Note> notes = new ArrayList<>();
    if (positive.stream().allMatch(result -> result.method().isAbsent())) {
      notes.add(Note.of("antibody-method-not-reported"));
    }
    if (positive.stream()
        .allMatch(result -> result.result() == AntibodyResult.Result.WEAK_POSITIVE)) {
      notes.add(Note.of("antibody-weak-positive"));
    }
    List<String> kinds =
        positive.stream()
            .map(AntibodyResult::antibody)
            .filter(antibody -> !isPanel(antibody))
            .distinct()
            .toList();
    if (kinds.size() > 1) {
      notes.add(Note.of("two-anti-synthetase", String.join(", ", kinds)));
    }
    return notes;
  }

  private static boolean isPanel(String antibody) {
    return Vocabulary.antibodies().term(antibody).cell("group").equals("anti-synthetase-panel");
  }

  private static Fact antibody(PatientRecord patient, String antibody) {
    Truth truth = Truth.UNKNOWN;
    List<AntibodyResult> rows = new ArrayList<>();
    for (AntibodyResult result : patient.antibodies()) {
      if (result.antibody().equals(antibody)
          || (isPanel(result.antibody()) && result.result().truth() == Truth.FALSE)) {
        rows.add(result);
        if (result.result().truth() != Truth.UNKNOWN && truth != Truth.TRUE) {
          truth = result.result().truth();
        }
      }
    }
    if (truth != Truth.UNKNOWN) {
      return new Fact(truth, inputs(rows), List.of());
    }
    // A panel that names no antibody may have found this one.
    boolean open =
        patient.antibodies().stream()
            .anyMatch(result ->
                result.antibody().equals(antibody)
                    || (isPanel(result.antibody()) && result.result().truth() != Truth.FALSE));
    return isPublishedList(patient) && !open
        ? new Fact(Truth.FALSE, inputs(patient.antibodies()), List.of(Note.of("closed-list")))
        : Fact.UNKNOWN;
  }

  /// Whether the antibodies come from a published table's list, which is closed.
  private static boolean isPublishedList(PatientRecord patient) {
    return !patient.antibodies().isEmpty()
        && patient.antibodies().stream().allMatch(result -> result.row().table().equals(PATIENTS));
  }

  private static List<Input> inputs(List<AntibodyResult> results) {
    return results.stream()
        .map(result ->
            new Input(
                result.row(),
                result.column(),
                Value.of(result.antibody() + " " + result.result().code()),
                ""))
        .toList();
  }

  /// Onset at an age or later. The age at report, at diagnosis or now is only an upper bound of the
  /// age at onset, so it can say no, never yes.
  private static Fact onsetFrom(Person person, BigDecimal age) {
    Truth truth = Value.isAtLeast(person.onsetAgeYears(), age);
    List<Input> inputs = new ArrayList<>();
    if (truth != Truth.UNKNOWN) {
      inputs.add(new Input(person.row(), "onset_age_years", person.onsetAgeYears(), "a"));
      return new Fact(truth, inputs, List.of());
    }
    Optional<Moment.YearSpan> atOnset = age(person, person.onset());
    if (atOnset.isPresent()) {
      inputs.add(new Input(person.row(), "onset", person.onset(), ""));
      Moment.YearSpan years = atOnset.get();
      if (years.least() >= age.intValueExact()) {
        return new Fact(Truth.TRUE, inputs, List.of());
      }
      if (years.most() < age.intValueExact()) {
        return new Fact(Truth.FALSE, inputs, List.of());
      }
    }
    Optional<Input> bound = upperBound(person, age);
    if (bound.isPresent()) {
      return new Fact(
          Truth.FALSE, List.of(bound.get()), List.of(Note.of("age-is-upper-bound-of-onset")));
    }
    return new Fact(
        Truth.UNKNOWN,
        List.of(new Input(person.row(), "onset_age_years", person.onsetAgeYears(), "a")),
        List.of());
  }

  /// The later age that is below the one asked for.
  private static Optional<Input> upperBound(Person person, BigDecimal age) {
    if (Value.isLessThan(person.ageYears(), age) == Truth.TRUE) {
      return Optional.of(new Input(person.row(), "age_years", person.ageYears(), "a"));
    }
    return age(person, person.diagnosis())
        .filter(years -> years.most() < age.intValueExact())
        .map(_ -> new Input(person.row(), "diagnosis", person.diagnosis(), ""));
  }

  private static Optional<Moment.YearSpan> age(Person person, Value<Moment> when) {
    return person.birth() instanceof Value.Known<Moment>(Moment birth)
            && when instanceof Value.Known<Moment>(Moment moment)
        ? moment.yearsSince(birth)
        : Optional.empty();
  }

  /// CK, LDH, AST or ALT above the upper limit of its laboratory at any time. A value that cannot
  /// be judged may be the raised one, so that it keeps the answer open.
  private static Fact raisedEnzyme(PatientRecord patient) {
    Truth any = Truth.FALSE;
    List<Input> raised = new ArrayList<>();
    for (String code : ENZYMES) {
      List<Truth> values = new ArrayList<>();
      for (Measurement measurement : patient.measurements(code)) {
        Truth above = above(measurement.value(), measurement.upperLimit());
        boolean inWords = above == Truth.UNKNOWN && measurement.qualitative().isKnown();
        if (inWords) {
          above = Truth.of(measurement.qualitative().orElse("").equals("increased"));
        }
        if (above == Truth.TRUE) {
          raised.add(
              inWords
                  ? new Input(measurement.row(), "qualitative", measurement.qualitative(), "")
                  : new Input(measurement.row(), "value", measurement.value(), measurement.unit()));
        }
        if (inWords || !measurement.value().isAbsent()) {
          values.add(above);
        }
      }
      for (Visit visit : patient.visits()) {
        for (EnzymeMeasurement enzyme : visit.enzymes()) {
          if (enzyme.enzyme().code().equals(code) && !enzyme.value().isAbsent()) {
            Truth above = above(enzyme.value(), enzyme.upperLimitOfNormal());
            if (above == Truth.TRUE) {
              raised.add(new Input(enzyme.row(), enzyme.column(), enzyme.value(), enzyme.unit()));
            }
            values.add(above);
          }
        }
      }
      any = any.or(values.isEmpty() ? Truth.UNKNOWN : Truth.atLeast(1, values));
    }
    return new Fact(any, raised.stream().distinct().limit(3).toList(), List.of());
  }

  private static Truth above(Value<BigDecimal> value, Value<BigDecimal> upperLimit) {
    return upperLimit instanceof Value.Known<BigDecimal>(BigDecimal limit)
        ? Value.isMoreThan(value, limit)
        : Truth.UNKNOWN;
  }
}
