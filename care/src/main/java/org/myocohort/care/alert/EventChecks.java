package org.myocohort.care.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.myocohort.care.record.CourseSpan;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.ClinicalEvent.Kind;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Sex;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.reading.Observation;
import org.myocohort.reading.Readings;

/// Vaccinations and pregnancies beside a drug.
final class EventChecks {
  /// How long ago a vaccination may be to matter still (ours); later ones are planned and matter.
  private static final int VACCINATION_DAYS = 183;

  /// A pregnancy recorded that long ago may still go on; its beginning may lie as far before it.
  private static final int PREGNANCY_DAYS = 280;

  private static final Set<Kind> VACCINATIONS =
      Set.of(Kind.VACCINATION, Kind.LIVE_VACCINATION, Kind.INACTIVATED_VACCINATION);
  private static final String PREGNANCY = "pregnancy";

  private final PatientRecord patient;
  private final LocalDate on;
  private final DrugCourses courses;

  EventChecks(PatientRecord patient, LocalDate on, DrugCourses courses) {
    this.patient = patient;
    this.on = on;
    this.courses = courses;
  }

  /// Whether a vaccination of some kinds, in the last half year or planned, fell on a day of the
  /// drug. A vaccination that is not said to be live or inactivated leaves it open.
  Evidence vaccinated(AlertRule rule, Set<Kind> kinds) {
    long first = on.toEpochDay() - VACCINATION_DAYS;
    Evidence drug = courses.current(rule.drugs(), rule.lastingDays() + VACCINATION_DAYS);
    if (drug.truth() == Truth.FALSE) {
      return drug;
    }
    List<Input> clear = new ArrayList<>();
    Evidence open = null;
    for (ClinicalEvent event : patient.events()) {
      if (!VACCINATIONS.contains(event.kind())) {
        continue;
      }
      Input input = new Input(event.row(), "date", event.date(), "");
      if (!(event.date() instanceof Value.Known<Moment>(Moment date))
          || date instanceof Moment.IndexDay) {
        open = Evidence.lacks(Missing.column(event.row(), "date"));
        continue;
      }
      if (date.latest() < first) {
        continue;
      }
      Evidence met = metOn(rule, date, 0);
      if (met.truth() == Truth.FALSE) {
        clear.add(input);
      } else if (kinds.contains(event.kind()) && met.truth() == Truth.TRUE) {
        return new Evidence(Truth.TRUE, joined(met.values(), input), List.of(), List.of());
      } else if (kinds.contains(event.kind())) {
        open = new Evidence(Truth.UNKNOWN, List.of(input), met.missing(), List.of());
      } else if (event.kind() == Kind.VACCINATION) {
        open = Evidence.lacks(List.of(input), Missing.column(event.row(), "kind"));
      } else {
        clear.add(input);
      }
    }
    if (open != null) {
      return open;
    }
    return clear.isEmpty()
        ? Evidence.lacks(Missing.of(Missing.Kind.EVENT, Kind.VACCINATION.code()))
        : Evidence.of(Truth.FALSE, clear);
  }

  private static List<Input> joined(List<Input> values, Input more) {
    List<Input> all = new ArrayList<>(values);
    all.add(more);
    return all;
  }

  /// Whether a course of the rule's drugs ran, or still counted, on a day.
  private Evidence metOn(AlertRule rule, Moment date, int moreDays) {
    Evidence open = null;
    for (Treatment course : courses.of(rule.drugs())) {
      if (DrugCourses.isZero(course)) {
        continue;
      }
      Truth runs =
          CourseSpan.of(course)
              .runsOn(date.earliest(), date.latest(), rule.lastingDays() + (long) moreDays);
      if (runs == Truth.TRUE) {
        return Evidence.of(Truth.TRUE, DrugCourses.input(course));
      }
      if (runs == Truth.UNKNOWN) {
        open = Evidence.lacks(DrugCourses.lacking(course));
      }
    }
    return open != null ? open : Evidence.of(Truth.FALSE);
  }

  /// Whether a pregnancy goes on, or began while the drug still counted. The day of the event may
  /// be any of the pregnancy: a drug that ended shortly before it leaves open whether it ended
  /// before the pregnancy.
  Evidence pregnant(AlertRule rule) {
    Evidence drug = courses.current(rule.drugs(), rule.lastingDays() + PREGNANCY_DAYS);
    if (drug.truth() == Truth.FALSE) {
      return drug;
    }
    if (patient.person().sex() instanceof Value.Known<Sex>(Sex sex) && sex == Sex.MALE) {
      return Evidence.of(
          Truth.FALSE, new Input(patient.person().row(), "sex", Value.of("male"), ""));
    }
    Evidence now = courses.current(rule.drugs(), rule.lastingDays());
    Evidence recorded = null;
    for (ClinicalEvent event : patient.events()) {
      if (event.kind() != Kind.PREGNANCY) {
        continue;
      }
      Evidence one = pregnancy(rule, event);
      if (one != null) {
        if (one.truth() == Truth.TRUE) {
          return one;
        }
        recorded = recorded == null || one.truth() == Truth.UNKNOWN ? one : recorded;
      }
    }
    Observation stated = new Readings(patient).finding(PREGNANCY, Moment.of(on));
    boolean listed = stated.inputs().stream().anyMatch(input -> !isUnlisted(input));
    if (stated.truth() == Truth.TRUE) {
      return now.and(Evidence.of(Truth.TRUE, stated.inputs()));
    }
    if (recorded != null) {
      return recorded;
    }
    if (stated.truth() == Truth.FALSE && listed) {
      return Evidence.of(Truth.FALSE, stated.inputs());
    }
    return now.and(Evidence.lacks(Missing.of(Missing.Kind.EVENT, PREGNANCY)));
  }

  /// Whether a published list merely does not name it: such a list is no list of pregnancies.
  private static boolean isUnlisted(Input input) {
    return input.isMissing() || input.value().equals(Value.of("not listed"));
  }

  /// What one recorded pregnancy says; null where it is over.
  private @org.jspecify.annotations.Nullable Evidence pregnancy(
      AlertRule rule, ClinicalEvent event) {
    Input input = new Input(event.row(), "date", event.date(), "");
    if (!(event.date() instanceof Value.Known<Moment>(Moment date))
        || date instanceof Moment.IndexDay) {
      return Evidence.lacks(Missing.column(event.row(), "date"));
    }
    if (date.latest() < on.toEpochDay() - PREGNANCY_DAYS) {
      return null;
    }
    // From the day of the event on, the pregnancy goes on.
    Moment until = Moment.of(LocalDate.ofEpochDay(Math.max(date.latest(), on.toEpochDay())));
    for (Moment day : List.of(date, until)) {
      Evidence met = metOn(rule, day, 0);
      if (met.truth() == Truth.TRUE) {
        return new Evidence(Truth.TRUE, joined(met.values(), input), List.of(), List.of());
      }
    }
    Evidence near = metOn(rule, date, PREGNANCY_DAYS);
    return near.truth() == Truth.FALSE
        ? Evidence.of(Truth.FALSE, input)
        : Evidence.lacks(joined(near.values(), input), Missing.column(event.row(), "date"));
  }
}
