package org.myocohort.care.alert;

import java.time.LocalDate;
import java.util.List;
import org.myocohort.care.alert.Alert.State;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Puts rules to one record on one day.
final class AlertCheck {
  private final PatientRecord patient;
  private final DrugCourses courses;
  private final FindingChecks findings;
  private final EventChecks events;
  private final LaboratoryChecks laboratory;

  AlertCheck(PatientRecord patient, LocalDate on) {
    this.patient = patient;
    courses = new DrugCourses(patient, on);
    findings = new FindingChecks(patient, on);
    events = new EventChecks(patient, on, courses);
    laboratory = new LaboratoryChecks(patient, on);
  }

  Alert answer(AlertRule rule) {
    if (!rule.isVerified()) {
      return new Alert(rule, State.NOT_VERIFIED, List.of(), List.of(), List.of());
    }
    Evidence evidence = evidence(rule);
    State state =
        switch (evidence.truth()) {
          case TRUE -> State.RAISED;
          case FALSE -> State.CLEAR;
          case UNKNOWN -> State.NOT_CHECKABLE;
        };
    return new Alert(
        rule,
        state,
        evidence.values(),
        state == State.NOT_CHECKABLE ? evidence.missing() : List.of(),
        evidence.assumed());
  }

  private Evidence evidence(AlertRule rule) {
    if (patient.treatments().isEmpty()) {
      return Evidence.lacks(Missing.of(Missing.Kind.TREATMENTS, "treatments"));
    }
    if (rule.condition() instanceof Condition.WithVaccination(var kinds)) {
      return events.vaccinated(rule, kinds);
    }
    if (rule.condition() instanceof Condition.WithPregnancy()) {
      return events.pregnant(rule);
    }
    Evidence drug = courses.current(rule.drugs(), rule.lastingDays());
    if (drug.truth() == Truth.FALSE) {
      return drug;
    }
    return switch (rule.condition()) {
      case Condition.WithFinding(String finding) -> drug.and(findings.present(finding));
      case Condition.WithDrug(var others) -> courses.together(rule, others);
      case Condition.WithoutTest(String finding) ->
          drug.and(findings.notBefore(finding, courses.firstDose(rule.drugs())));
      case Condition.WithoutMeasurement(String measurement) ->
          drug.and(laboratory.notBefore(measurement, courses.firstDose(rule.drugs())));
      case Condition.ValueBelow below -> drug.and(laboratory.below(below));
      case Condition.OftenerThanWeekly() -> oftenerThanWeekly(rule);
      case Condition.ClearanceBelow30(int days) ->
          drug.and(laboratory.clearanceBelow30(days)).and(notEveryOtherDay(rule));
      case Condition.NeutrophilsDue() ->
          drug.and(laboratory.neutrophilsDue(courses.firstDose(rule.drugs())));
      case Condition.WithVaccination _, Condition.WithPregnancy _ -> drug;
    };
  }

  private Evidence oftenerThanWeekly(AlertRule rule) {
    Evidence all = null;
    for (Treatment course : courses.currentCourses(rule.drugs(), rule.lastingDays())) {
      Input input = new Input(course.row(), "frequency", course.frequency(), "");
      Evidence one =
          course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)
              ? Evidence.of(Truth.of(isOftenerThanWeekly(frequency)), input)
              : Evidence.lacks(Missing.column(course.row(), "frequency"));
      all = all == null ? one : either(all, one);
    }
    return all == null ? Evidence.of(Truth.FALSE) : all;
  }

  private static boolean isOftenerThanWeekly(Frequency frequency) {
    return switch (frequency) {
      case DAILY, TWICE_DAILY, THREE_TIMES_DAILY, EVERY_OTHER_DAY -> true;
      case ONCE, WEEKLY, EVERY_TWO_WEEKS, EVERY_FOUR_WEEKS, MONTHLY, EVERY_SIX_MONTHS -> false;
    };
  }

  /// The worse of two: raised before not known before clear.
  private static Evidence either(Evidence a, Evidence b) {
    if (a.truth() == Truth.TRUE || (a.truth() == Truth.UNKNOWN && b.truth() != Truth.TRUE)) {
      return a;
    }
    return b.truth() == Truth.FALSE && a.truth() == Truth.FALSE ? a : b;
  }

  /// False where every current course is given every other day already.
  private Evidence notEveryOtherDay(AlertRule rule) {
    Evidence last = Evidence.of(Truth.TRUE);
    for (Treatment course : courses.currentCourses(rule.drugs(), rule.lastingDays())) {
      Input input = new Input(course.row(), "frequency", course.frequency(), "");
      boolean already =
          course.frequency() instanceof Value.Known<Frequency>(Frequency frequency)
              && frequency == Frequency.EVERY_OTHER_DAY;
      if (!already) {
        return Evidence.of(Truth.TRUE, input);
      }
      last = Evidence.of(Truth.FALSE, input);
    }
    return last;
  }
}
