package org.myocohort.hyperinflammation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Rule;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.instrument.Verification;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Observation;
import org.myocohort.reading.Quantity;
import org.myocohort.reading.Readings;

/// 2016 classification criteria for macrophage activation syndrome complicating systemic juvenile
/// idiopathic arthritis.
///
///     fever and ferritin > 684 ng/mL and at least 2 of:
///       platelets <= 181 10*9/L, AST > 48 U/L,
///       triglycerides > 156 mg/dL (1.76 mmol/L), fibrinogen <= 360 mg/dL
///
/// - **Population:** known or suspected systemic JIA. For anyone else, antisynthetase syndrome
///   included, it is not validated and every answer says so.
/// - **Not checked:** that the abnormalities have no other explanation.
/// - **Missing:** three-valued; the answer is decided as soon as what is missing cannot change it.
/// - **Source:** Ravelli A, Minoia F, Davì S, et al. Ann Rheum Dis 2016;75:481-489, doi
///   10.1136/annrheumdis-2015-208982. Thresholds as in two public tables.
public final class MacrophageActivation2016 implements Instrument {

  public static final String CODE = "mas-2016";

  private static final BigDecimal FERRITIN = BigDecimal.valueOf(684);
  private static final BigDecimal PLATELETS = BigDecimal.valueOf(181);
  private static final BigDecimal AST = BigDecimal.valueOf(48);
  private static final BigDecimal TRIGLYCERIDES_MILLIGRAMS = BigDecimal.valueOf(156);
  private static final BigDecimal TRIGLYCERIDES_MILLIMOLES = new BigDecimal("1.76");
  private static final BigDecimal FIBRINOGEN = BigDecimal.valueOf(360);
  private static final int WANTED = 2;

  /// The criteria give no temperature for "febrile".
  private static final BigDecimal FEVER = BigDecimal.valueOf(38);

  private static final String MILLIMOLES = "mmol/L";
  private static final String MILLIGRAMS = "mg/dL";

  /// What the criteria read.
  ///
  /// @param systemicArthritis known or suspected systemic JIA; it decides the label only
  /// @param fever as stated
  /// @param temperature Cel
  /// @param ferritin ng/mL
  /// @param platelets 10*9/L
  /// @param ast U/L
  /// @param triglycerides mg/dL or mmol/L
  /// @param fibrinogen mg/dL
  public record Evidence(
      Observation systemicArthritis,
      Observation fever,
      Quantity temperature,
      Quantity ferritin,
      Quantity platelets,
      Quantity ast,
      Quantity triglycerides,
      Quantity fibrinogen) {}

  /// Applies the criteria.
  public static Assessment classify(Evidence evidence, @Nullable Moment at) {
    Truth febrile = febrile(evidence);
    Truth ferritin = Value.isMoreThan(evidence.ferritin().value(), FERRITIN);
    List<Part> laboratory =
        List.of(
            Part.item(
                "platelets",
                Value.isAtMost(evidence.platelets().value(), PLATELETS),
                evidence.platelets().inputs()),
            Part.item(
                "ast", Value.isMoreThan(evidence.ast().value(), AST), evidence.ast().inputs()),
            Part.item(
                "triglycerides",
                Value.isMoreThan(
                    evidence.triglycerides().value(),
                    evidence.triglycerides().unit().equals(MILLIMOLES)
                        ? TRIGLYCERIDES_MILLIMOLES
                        : TRIGLYCERIDES_MILLIGRAMS),
                evidence.triglycerides().inputs()),
            Part.item(
                "fibrinogen",
                Value.isAtMost(evidence.fibrinogen().value(), FIBRINOGEN),
                evidence.fibrinogen().inputs()));
    List<Input> feverInputs = new ArrayList<>();
    if (evidence.fever().truth() != Truth.UNKNOWN || evidence.temperature().isMissing()) {
      feverInputs.addAll(evidence.fever().inputs());
    }
    if (!evidence.temperature().isMissing()) {
      feverInputs.addAll(evidence.temperature().inputs());
    }
    List<Part> parts = new ArrayList<>();
    parts.add(Part.item("fever", febrile, feverInputs));
    parts.add(Part.item("ferritin", ferritin, evidence.ferritin().inputs()));
    parts.addAll(laboratory);
    Truth two =
        Truth.atLeast(
            WANTED,
            List.of(
                truth(laboratory.get(0)),
                truth(laboratory.get(1)),
                truth(laboratory.get(2)),
                truth(laboratory.get(3))));
    List<Note> notes = new ArrayList<>();
    if (evidence.systemicArthritis().truth() != Truth.TRUE) {
      notes.add(Note.of("off-population", "systemic-jia"));
    }
    notes.add(Note.of("other-explanation-not-checked"));
    if (truth(laboratory.get(1)) == Truth.TRUE) {
      notes.add(Note.of("ast-may-be-muscle"));
    }
    return new Assessment(
        CODE,
        at,
        status(parts),
        null,
        null,
        category(febrile.and(ferritin).and(two)),
        parts,
        notes);
  }

  /// As stated; a temperature decides where nothing is stated, and shows a fever that was denied.
  private static Truth febrile(Evidence evidence) {
    Truth stated = evidence.fever().truth();
    Truth measured = Value.isAtLeast(evidence.temperature().value(), FEVER);
    return stated == Truth.UNKNOWN || measured == Truth.TRUE ? measured.or(stated) : stated;
  }

  private static Truth truth(Part part) {
    Truth truth = part.truth();
    return truth == null ? Truth.UNKNOWN : truth;
  }

  private static Status status(List<Part> parts) {
    if (parts.stream().flatMap(part -> part.inputs().stream()).allMatch(Input::isMissing)) {
      return Status.NOT_COMPUTABLE;
    }
    return parts.stream().noneMatch(part -> truth(part) == Truth.UNKNOWN)
        ? Status.COMPUTED
        : Status.PARTIAL;
  }

  private static String category(Truth met) {
    return switch (met) {
      case TRUE -> Assessment.MET;
      case FALSE -> Assessment.NOT_MET;
      case UNKNOWN -> Assessment.UNDETERMINED;
    };
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "2016";
  }

  @Override
  public String citation() {
    return "Ravelli A, Minoia F, Davì S, et al. 2016 classification criteria for macrophage"
        + " activation syndrome complicating systemic juvenile idiopathic arthritis. Ann Rheum Dis"
        + " 2016;75:481-489. doi:10.1136/annrheumdis-2015-208982; Arthritis Rheumatol"
        + " 2016;68:566-576. doi:10.1002/art.39332";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("criteria", Verification.VERIFIED, "[28]"),
        new Rule("other-explanation", Verification.FROM_MEMORY, ""),
        new Rule("off-population", Verification.OURS, ""),
        new Rule("fever", Verification.OURS, ""),
        new Rule("window", Verification.OURS, ""));
  }

  /// One answer for each day with a ferritin; the other values are the nearest within a week.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    Readings readings = new Readings(patient);
    List<Assessment> answers = new ArrayList<>();
    for (Moment at : readings.dates("ferritin")) {
      answers.add(
          classify(
              new Evidence(
                  readings.finding("systemic-jia", at),
                  readings.finding("fever", at),
                  readings.nearest("temperature", at, "Cel"),
                  readings.nearest("ferritin", at, "ng/mL"),
                  readings.nearest("platelets", at, "10*9/L"),
                  readings.nearest("ast", at, "U/L"),
                  readings.nearest("triglycerides", at, MILLIGRAMS, MILLIMOLES),
                  readings.nearest("fibrinogen", at, MILLIGRAMS)),
              at));
    }
    return answers;
  }
}
