package org.myocohort.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
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
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;

/// The glucocorticoid dose of a patient at each visit, in mg of prednisone a day, see
/// [GlucocorticoidEquivalence] and [TreatmentHistory].
///
/// - **Result:** mg a day; `glucocorticoid-free` after 28 days at 0 mg (ours), else
///   `on-glucocorticoid` or `paused`. The dose since the first course, intravenous apart, stands in
///   a note.
/// - **Missing:** a course of unknown dose leaves the dose open from the sum of the others upwards:
///   no value, and no upper bound.
public final class PrednisoneEquivalent implements Instrument {

  public static final String CODE = "prednisone-equivalent";
  public static final String FREE = "glucocorticoid-free";
  public static final String PAUSED = "glucocorticoid-paused";
  public static final String ON = "on-glucocorticoid";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "standard table";
  }

  @Override
  public String citation() {
    return "Standard table of anti-inflammatory glucocorticoid equivalence; no primary publication"
        + " was read";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("equivalence", Verification.WEAK, "[46]"),
        new Rule("betamethasone", Verification.OURS, ""),
        new Rule("deflazacort", Verification.FROM_MEMORY, ""),
        new Rule("cumulative", Verification.OURS, ""),
        new Rule("glucocorticoid-free", Verification.OURS, ""));
  }

  /// One answer a visit, none where no treatment is recorded.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    if (patient.treatments().isEmpty()) {
      return List.of();
    }
    List<Assessment> answers = new ArrayList<>();
    for (Visit visit : patient.visits()) {
      answers.add(on(patient, visit.date()));
    }
    return answers;
  }

  /// The dose on a day.
  public static Assessment on(PatientRecord patient, Moment day) {
    List<Part> parts = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    for (Treatment course : TreatmentHistory.glucocorticoids(patient)) {
      Truth running = TreatmentHistory.runningOn(course, day);
      if (running != Truth.FALSE) {
        parts.add(
            new Part(
                course.drug(),
                List.of(
                    new Input(course.row(), "dose", course.dose(), course.unit()),
                    new Input(course.row(), "frequency", course.frequency(), "")),
                running,
                TreatmentHistory.prednisoneEquivalent(course, patient).orElse(null),
                null));
        if (course.drug().equals("glucocorticoid")) {
          notes.add(Note.of("glucocorticoid-counted-as-prednisone"));
        }
      }
    }
    addCumulative(patient, day, notes);
    Optional<BigDecimal> dose = TreatmentHistory.prednisoneEquivalentOn(patient, day);
    if (dose.isEmpty()) {
      notes.add(Note.of("glucocorticoid-dose-open"));
    }
    return new Assessment(
        CODE,
        day,
        dose.isPresent() ? Status.COMPUTED : Status.PARTIAL,
        dose.orElse(null),
        dose.map(milligrams -> new Bounds(milligrams, milligrams)).orElse(null),
        category(patient, day, dose),
        parts,
        notes);
  }

  private static String category(PatientRecord patient, Moment day, Optional<BigDecimal> dose) {
    if (dose.isEmpty()) {
      return anyCertain(patient, day) ? ON : Assessment.UNDETERMINED;
    }
    if (dose.get().signum() > 0) {
      return ON;
    }
    Truth free =
        day instanceof Moment.Day exact
            ? TreatmentHistory.glucocorticoidFree(patient, exact)
            : Truth.UNKNOWN;
    return switch (free) {
      case TRUE -> FREE;
      case FALSE -> PAUSED;
      case UNKNOWN -> Assessment.UNDETERMINED;
    };
  }

  private static boolean anyCertain(PatientRecord patient, Moment day) {
    for (Treatment course : TreatmentHistory.glucocorticoids(patient)) {
      boolean zero =
          course.dose() instanceof Value.Known<BigDecimal>(BigDecimal dose) && dose.signum() == 0;
      if (!zero && TreatmentHistory.runningOn(course, day) == Truth.TRUE) {
        return true;
      }
    }
    return false;
  }

  /// The dose from the first day of any course up to and including the day.
  private static void addCumulative(PatientRecord patient, Moment day, List<Note> notes) {
    long first = Long.MAX_VALUE;
    for (Treatment course : TreatmentHistory.glucocorticoids(patient)) {
      if (course.start() instanceof Value.Known<Moment>(Moment start)
          && start.comparableWith(day)) {
        first = Math.min(first, start.earliest());
      }
    }
    if (!(day instanceof Moment.Day(LocalDate date)) || first > date.toEpochDay()) {
      return;
    }
    CumulativeDose dose =
        TreatmentHistory.cumulativePrednisoneEquivalent(
            patient, new Moment.Day(LocalDate.ofEpochDay(first)), new Moment.Day(date.plusDays(1)));
    notes.add(
        Note.of(
            dose.open().isEmpty() ? "glucocorticoid-cumulative" : "glucocorticoid-cumulative-open",
            plain(dose.atLeast()),
            plain(dose.intravenousAtLeast())));
  }

  private static String plain(BigDecimal milligrams) {
    return milligrams.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
