package org.myocohort.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;

/// What the label of anakinra asks for: the dose in renal impairment, neutrophil counts, and no TNF
/// inhibitor beside it. A prompt for the clinician, never a dose.
///
/// - **Dose:** creatinine clearance < 30 mL/min (or end-stage renal disease): consider giving the
///   dose every other day. Exactly 30 prompts nothing.
/// - **Neutrophils:** before, monthly for three months, then every three months up to a year.
/// - **Source:** prescribing information of Kineret (anakinra), as read in three public copies.
public final class AnakinraDosing implements Instrument {

  public static final String CODE = "anakinra-dosing";
  public static final String EVERY_OTHER_DAY = "consider-every-other-day";
  public static final String NO_PROMPT = "no-prompt";

  /// How far from its due day a count still answers it (ours): never for two due days.
  static final int TOLERANCE_DAYS = 10;

  private static final String DRUG = "anakinra";
  private static final String NEUTROPHILS = "neutrophils";
  private static final Set<String> TNF_INHIBITORS =
      Set.of("infliximab", "etanercept", "adalimumab");

  // Months after the first dose.
  private static final List<Integer> SCHEDULE = List.of(0, 1, 2, 3, 6, 9, 12);

  /// The days on which neutrophils are due.
  public static List<LocalDate> neutrophilSchedule(LocalDate firstDose) {
    return SCHEDULE.stream().map(months -> firstDose.plusMonths(months)).toList();
  }

  /// The category for a clearance that was computed.
  public static String prompt(Assessment clearance) {
    return switch (clearance.category()) {
      case CreatinineClearance.BELOW_30 -> EVERY_OTHER_DAY;
      case CreatinineClearance.AT_LEAST_30 -> NO_PROMPT;
      default -> Assessment.UNDETERMINED;
    };
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String version() {
    return "label";
  }

  @Override
  public String citation() {
    return "Kineret (anakinra) prescribing information, dosage in renal impairment and monitoring";
  }

  @Override
  public List<Rule> rules() {
    return List.of(
        new Rule("every-other-day", Verification.VERIFIED, "[30]"),
        new Rule("neutrophils", Verification.VERIFIED, "[30]"),
        new Rule("tnf-inhibitor", Verification.VERIFIED, "[30]"),
        new Rule("clearance", Verification.FROM_MEMORY, ""),
        new Rule("tolerance", Verification.OURS, ""));
  }

  /// One answer for the first dose, with the neutrophil counts due, and one for each creatinine
  /// while anakinra runs.
  @Override
  public List<Assessment> assess(PatientRecord patient, StudySettings settings) {
    @Nullable Moment firstDose = patient.firstDose(DRUG).orElse(null);
    if (firstDose == null) {
      return List.of();
    }
    List<Assessment> answers = new ArrayList<>();
    if (firstDose instanceof Moment.Day(LocalDate start)) {
      answers.add(monitoring(patient, start, firstDose));
    }
    for (Assessment clearance : new CreatinineClearance().assess(patient, settings)) {
      Moment at = clearance.at();
      if (at != null) {
        Treatment course = running(patient, at);
        if (course != null) {
          answers.add(dose(patient, clearance, course, at));
        }
      }
    }
    return answers;
  }

  private static @Nullable Treatment running(PatientRecord patient, Moment at) {
    for (Treatment treatment : patient.treatments()) {
      if (treatment.drug().equals(DRUG)
          && TreatmentHistory.runningOn(treatment, at) == Truth.TRUE) {
        return treatment;
      }
    }
    return null;
  }

  private static Assessment dose(
      PatientRecord patient, Assessment clearance, Treatment course, Moment at) {
    List<Input> inputs = new ArrayList<>();
    clearance.parts().forEach(part -> inputs.addAll(part.inputs()));
    inputs.add(new Input(course.row(), "frequency", course.frequency(), ""));
    String prompt = prompt(clearance);
    List<Note> notes = new ArrayList<>();
    if (prompt.equals(EVERY_OTHER_DAY)
        && course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)
        && frequency == Frequency.EVERY_OTHER_DAY) {
      notes.add(Note.of("already-every-other-day"));
    }
    addTnfInhibitors(patient, at, notes);
    return new Assessment(
        CODE,
        at,
        clearance.status(),
        clearance.value(),
        clearance.bounds(),
        prompt,
        List.of(
            new Part(
                CreatinineClearance.CODE,
                inputs,
                switch (prompt) {
                  case EVERY_OTHER_DAY -> Truth.TRUE;
                  case NO_PROMPT -> Truth.FALSE;
                  default -> Truth.UNKNOWN;
                },
                clearance.value(),
                null)),
        notes);
  }

  private static Assessment monitoring(PatientRecord patient, LocalDate start, Moment at) {
    List<Part> parts = new ArrayList<>();
    boolean complete = true;
    List<LocalDate> due = neutrophilSchedule(start);
    for (int i = 0; i < due.size(); i++) {
      Moment day = Moment.of(due.get(i));
      if (running(patient, day) == null) {
        continue;
      }
      Measurement count = countNear(patient, day);
      complete &= count != null;
      Input input =
          count == null
              ? new Input(
                  patient.person().row(),
                  NEUTROPHILS,
                  Value.absent(AbsenceReason.NOT_RECORDED),
                  "10*9/L")
              : new Input(count.row(), "value", count.value(), count.unit());
      parts.add(
          Part.item(
              "neutrophils-month-" + SCHEDULE.get(i),
              count == null ? Truth.UNKNOWN : Truth.TRUE,
              List.of(input)));
    }
    List<Note> notes = new ArrayList<>();
    notes.add(new Note("neutrophils-due", due.stream().map(LocalDate::toString).toList()));
    addTnfInhibitors(patient, at, notes);
    return new Assessment(
        CODE,
        at,
        complete ? Status.COMPUTED : Status.PARTIAL,
        null,
        null,
        complete ? "neutrophils-complete" : "neutrophils-incomplete",
        parts,
        notes);
  }

  private static void addTnfInhibitors(PatientRecord patient, Moment at, List<Note> notes) {
    for (Treatment treatment : patient.treatments()) {
      if (TNF_INHIBITORS.contains(treatment.drug())
          && TreatmentHistory.runningOn(treatment, at) == Truth.TRUE) {
        notes.add(Note.of("anakinra-with-tnf-inhibitor", treatment.drug()));
      }
    }
  }

  private static @Nullable Measurement countNear(PatientRecord patient, Moment day) {
    for (Measurement measurement : patient.measurements(NEUTROPHILS)) {
      if (!measurement.value().isAbsent()
          && measurement.date() instanceof Value.Known<Moment>(Moment date)
          && date.isExact()
          && date.daysSince(day).map(days -> Math.abs(days) <= TOLERANCE_DAYS).orElse(false)) {
        return measurement;
      }
    }
    return null;
  }
}
