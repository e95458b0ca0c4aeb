package org.myocohort.hyperinflammation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Observation;
import org.myocohort.reading.Quantity;
import org.myocohort.reading.Readings;
import org.myocohort.treatment.TreatmentHistory;
import org.myocohort.vocabulary.Vocabulary;

/// HScore of 2014: how likely a reactive haemophagocytic syndrome is.
///
/// - **Input:** nine items, see the table below; units stand beside the thresholds.
/// - **Result:** 0 to 337, higher is more likely; `met` at 169 and above.
/// - **Missing:** an item that is not known leaves 0 points and its most open. Users score a marrow
///   that was not examined as 0: where it alone is missing, that total stands in a note.
/// - **Triglycerides:** 1.5 and 4 mmol/L or 132.7 and 354 mg/dL, whichever unit was recorded.
/// - **Source:** Fardet L, Galicier L, Lambotte O, et al. Arthritis Rheumatol 2014;66:2613-2620,
///   doi 10.1002/art.38690 (citation from memory). Points as in three public tables (PMC10101193,
///   PMC7589537, a calculator page); probabilities from memory.
public final class HScore implements Instrument {

  public static final String CODE = "hscore";

  private static final BigDecimal CUT_OFF = BigDecimal.valueOf(169);

  private static final String MILLIMOLES = "mmol/L";
  private static final String MILLIGRAMS = "mg/dL";
  private static final String MARROW = "haemophagocytosis";

  /// The score from which on a probability holds, in percent; from memory.
  private record Probability(int score, String percent) {}

  private static final List<Probability> PROBABILITIES =
      List.of(
          new Probability(90, "< 1"),
          new Probability(100, "1"),
          new Probability(110, "3"),
          new Probability(120, "5"),
          new Probability(130, "9"),
          new Probability(140, "16"),
          new Probability(150, "25"),
          new Probability(160, "40"),
          new Probability(170, "54"),
          new Probability(180, "70"),
          new Probability(190, "80"),
          new Probability(200, "88"),
          new Probability(210, "93"),
          new Probability(220, "96"),
          new Probability(230, "98"),
          new Probability(240, "99"),
          new Probability(250, "> 99"));

  /// The vocabulary lists it among the immunosuppressants, but it does not suppress immunity.
  private static final Set<String> NOT_IMMUNOSUPPRESSIVE = Set.of("hydroxychloroquine");

  private static final Set<String> IMMUNOSUPPRESSIVE_CLASSES =
      Set.of("glucocorticoid", "immunosuppressant", "biologic");

  private static final Set<String> IMMUNOSUPPRESSIVE =
      Vocabulary.drugs().terms().stream()
          .filter(drug -> IMMUNOSUPPRESSIVE_CLASSES.contains(drug.cell("class")))
          .map(drug -> drug.code())
          .filter(drug -> !NOT_IMMUNOSUPPRESSIVE.contains(drug))
          .collect(Collectors.toUnmodifiableSet());

  /// What the score reads.
  ///
  /// @param temperature Cel
  /// @param haemoglobin g/dL
  /// @param whiteCells 10*9/L
  /// @param platelets 10*9/L
  /// @param ferritin ng/mL
  /// @param triglycerides mmol/L or mg/dL
  /// @param fibrinogen g/L
  /// @param ast U/L
  public record Evidence(
      Observation immunosuppression,
      Quantity temperature,
      Observation hepatomegaly,
      Observation splenomegaly,
      Quantity haemoglobin,
      Quantity whiteCells,
      Quantity platelets,
      Quantity ferritin,
      Quantity triglycerides,
      Quantity fibrinogen,
      Quantity ast,
      Observation haemophagocytosis) {}

  /// Points that an item gives where something holds.
  private record Level(Truth holds, int points) {}

  private record Item(String code, List<Level> levels, List<Input> inputs) {
    /// Levels rise, and a higher one implies the lower: the highest certain, the highest possible.
    Points points() {
      int lower = 0;
      int upper = 0;
      for (Level level : levels) {
        lower = level.holds() == Truth.TRUE ? level.points() : lower;
        upper = level.holds() == Truth.FALSE ? upper : level.points();
      }
      return new Points(
          BigDecimal.valueOf(lower),
          BigDecimal.valueOf(upper),
          BigDecimal.valueOf(levels.getLast().points()));
    }
  }

  // The paper's table, in its order: item, what earns points, points.
  private static List<Item> table(Evidence e) {
    boolean molar = e.triglycerides().unit().equals(MILLIMOLES);
    List<Truth> organs = List.of(e.hepatomegaly().truth(), e.splenomegaly().truth());
    List<Truth> lineages =
        List.of(
            Value.isAtMost(e.haemoglobin().value(), new BigDecimal("9.2")),
            Value.isAtMost(e.whiteCells().value(), new BigDecimal("5")),
            Value.isAtMost(e.platelets().value(), new BigDecimal("110")));
    return List.of(
        new Item(
            "immunosuppression",
            List.of(new Level(e.immunosuppression().truth(), 18)),
            e.immunosuppression().inputs()),
        new Item(
            "temperature",
            List.of(
                new Level(Value.isAtLeast(e.temperature().value(), new BigDecimal("38.4")), 33),
                new Level(Value.isMoreThan(e.temperature().value(), new BigDecimal("39.4")), 49)),
            e.temperature().inputs()),
        new Item(
            "organomegaly",
            List.of(
                new Level(Truth.atLeast(1, organs), 23), new Level(Truth.atLeast(2, organs), 38)),
            joined(e.hepatomegaly().inputs(), e.splenomegaly().inputs())),
        new Item(
            "cytopenias",
            List.of(
                new Level(Truth.atLeast(2, lineages), 24),
                new Level(Truth.atLeast(3, lineages), 34)),
            joined(e.haemoglobin().inputs(), e.whiteCells().inputs(), e.platelets().inputs())),
        new Item(
            "ferritin",
            List.of(
                new Level(Value.isAtLeast(e.ferritin().value(), new BigDecimal("2000")), 35),
                new Level(Value.isMoreThan(e.ferritin().value(), new BigDecimal("6000")), 50)),
            e.ferritin().inputs()),
        new Item(
            "triglycerides",
            List.of(
                new Level(
                    Value.isAtLeast(
                        e.triglycerides().value(), new BigDecimal(molar ? "1.5" : "132.7")),
                    44),
                new Level(
                    Value.isMoreThan(
                        e.triglycerides().value(), new BigDecimal(molar ? "4" : "354")),
                    64)),
            e.triglycerides().inputs()),
        new Item(
            "fibrinogen",
            List.of(new Level(Value.isAtMost(e.fibrinogen().value(), new BigDecimal("2.5")), 30)),
            e.fibrinogen().inputs()),
        new Item(
            "ast",
            List.of(new Level(Value.isAtLeast(e.ast().value(), new BigDecimal("30")), 19)),
            e.ast().inputs()),
        new Item(
            MARROW,
            List.of(new Level(e.haemophagocytosis().truth(), 35)),
            e.haemophagocytosis().inputs()));
  }

  /// Scores what was observed.
  public static Assessment score(Evidence evidence, @Nullable Moment at) {
    List<Part> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    BigDecimal lower = BigDecimal.ZERO;
    BigDecimal upper = BigDecimal.ZERO;
    boolean onlyMarrowOpen = true;
    boolean anything = false;
    for (Item item : table(evidence)) {
      Points points = item.points();
      lower = lower.add(points.lower());
      upper = upper.add(points.upper());
      onlyMarrowOpen &= points.decided() || item.code().equals(MARROW);
      anything |= item.inputs().stream().anyMatch(input -> !input.isMissing());
      parts.add(Part.scored(item.code(), points, item.inputs()));
    }
    boolean complete = lower.compareTo(upper) == 0;
    if (!anything) {
      return new Assessment(
          CODE, at, Status.NOT_COMPUTABLE, null, null, Assessment.UNDETERMINED, parts, notes);
    }
    if (complete) {
      notes.add(Note.of("hscore-probability", probability(lower)));
    } else if (onlyMarrowOpen) {
      notes.add(Note.of("hscore-marrow-not-assessed", lower.toPlainString(), probability(lower)));
    }
    notes.addAll(evidence.immunosuppression().notes());
    if (Value.isAtLeast(evidence.ast().value(), new BigDecimal("30")) == Truth.TRUE) {
      notes.add(Note.of("ast-may-be-muscle"));
    }
    return new Assessment(
        CODE,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        complete ? lower : null,
        new Bounds(lower, upper),
        category(lower, upper),
        parts,
        notes);
  }

  private static String category(BigDecimal lower, BigDecimal upper) {
    if (lower.compareTo(CUT_OFF) >= 0) {
      return Assessment.MET;
    }
    return upper.compareTo(CUT_OFF) < 0 ? Assessment.NOT_MET : Assessment.UNDETERMINED;
  }

  /// The published probability in percent; between two rows of the table, both.
  static String probability(BigDecimal score) {
    Probability below = PROBABILITIES.getFirst();
    for (Probability row : PROBABILITIES) {
      int compared = score.compareTo(BigDecimal.valueOf(row.score()));
      if (compared == 0 || (compared < 0 && row.equals(below))) {
        return row.percent();
      }
      if (compared < 0) {
        return below.percent() + " - " + row.percent();
      }
      below = row;
    }
    return below.percent();
  }

  @SafeVarargs
  private static List<Input> joined(List<Input>... lists) {
    List<Input> all = new ArrayList<>();
    for (List<Input> list : lists) {
      all.addAll(list);
    }
    return all;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "2014";
  }

  @Override
  public String citation() {
    return "Fardet L, Galicier L, Lambotte O, et al. Development and validation of the HScore, a"
        + " score for the diagnosis of reactive hemophagocytic syndrome. Arthritis Rheumatol"
        + " 2014;66:2613-2620. doi:10.1002/art.38690";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("points", Verification.VERIFIED, "[27]"),
        new Rule("cut-off", Verification.VERIFIED, "[27]"),
        new Rule("probability", Verification.FROM_MEMORY, ""),
        new Rule("citation", Verification.FROM_MEMORY, ""),
        new Rule("marrow", Verification.VERIFIED, "[27]"),
        new Rule("missing", Verification.OURS, ""),
        new Rule("immunosuppression", Verification.OURS, ""),
        new Rule("window", Verification.OURS, ""));
  }

  /// One answer for each day with a ferritin; the other values are the nearest within a week.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Readings readings = new Readings(patient);
    List<Assessment> answers = new ArrayList<>();
    for (Moment at : readings.dates("ferritin")) {
      answers.add(
          score(
              new Evidence(
                  immunosuppression(patient, readings, at),
                  readings.nearest("temperature", at, "Cel"),
                  readings.finding("hepatomegaly", at),
                  readings.finding("splenomegaly", at),
                  readings.nearest("haemoglobin", at, "g/dL"),
                  readings.nearest("wbc", at, "10*9/L"),
                  readings.nearest("platelets", at, "10*9/L"),
                  readings.nearest("ferritin", at, "ng/mL"),
                  readings.nearest("triglycerides", at, MILLIMOLES, MILLIGRAMS),
                  readings.nearest("fibrinogen", at, "g/L"),
                  readings.nearest("ast", at, "U/L"),
                  readings.finding(MARROW, at)),
              at));
    }
    return answers;
  }

  /// Known immunosuppression: stated, or an immunosuppressive course that runs on the day. How long
  /// it has run is not checked.
  private static Observation immunosuppression(
      PatientRecord patient, Readings readings, Moment at) {
    Observation stated = readings.finding("long-term-immunosuppression", at);
    for (Treatment treatment : patient.treatments()) {
      if (IMMUNOSUPPRESSIVE.contains(treatment.drug())
          && TreatmentHistory.runningOn(treatment, at) == Truth.TRUE) {
        return new Observation(
            Truth.TRUE,
            List.of(new Input(treatment.row(), treatment.column(), Value.of(treatment.drug()), "")),
            List.of(Note.of("immunosuppressed-by-treatment", treatment.drug())));
      }
    }
    return stated;
  }
}
