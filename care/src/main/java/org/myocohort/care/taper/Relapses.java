package org.myocohort.care.taper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.taper.Levels.Level;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;
import org.myocohort.treatment.TreatmentChange;
import org.myocohort.treatment.TreatmentChanges;

/// Ties every worsening of a record to its dose.
final class Relapses {
  private final PatientRecord patient;
  private final DoseCourse course;
  private final TaperSettings settings;
  private final List<Level> levels;
  private final ResponseSeries response;

  private Relapses(
      PatientRecord patient, StudySettings study, DoseCourse course, TaperSettings settings) {
    this.patient = patient;
    this.course = course;
    this.settings = settings;
    this.levels = Levels.of(course, settings.gapDays());
    this.response = ResponseSeries.of(ScoreForm.ADULT, patient, study);
  }

  static List<Relapse> of(
      PatientRecord patient, StudySettings study, DoseCourse course, TaperSettings settings) {
    Relapses relapses = new Relapses(patient, study, course, settings);
    List<Relapse> found = new ArrayList<>();
    for (Flare flare : Flare.of(patient, study)) {
      Moment date = flare.date() instanceof Value.Known<Moment>(Moment known) ? known : null;
      if (date != null
          && date.comparableWith(course.until())
          && date.earliest() > course.until().latest()) {
        continue;
      }
      found.add(relapses.relapse(flare, date));
    }
    return found;
  }

  private Relapse relapse(Flare flare, @Nullable Moment date) {
    if (date == null || !date.comparableWith(course.until())) {
      return new Relapse(
          flare, null, null, Truth.UNKNOWN, null, Truth.UNKNOWN, Truth.UNKNOWN, Truth.UNKNOWN);
    }
    DoseBounds dose = null;
    DoseBounds thatDay = null;
    DoseBounds held = null;
    boolean none = false;
    long last = Math.min(date.latest(), course.until().latest());
    for (long day = date.earliest(); day <= last; day++) {
      DoseBounds on = course.on(day);
      DoseBounds notEnough = notEnough(day);
      dose = dose == null ? notEnough : dose.or(notEnough);
      thatDay = thatDay == null ? on : thatDay.or(on);
      DoseBounds heldThen = held(day);
      none |= heldThen == null;
      held =
          held == null || heldThen == null ? (held == null ? heldThen : held) : held.or(heldThen);
    }
    Truth response = flare.kind() == Flare.Kind.WORSENING ? Truth.TRUE : afterResponse(date);
    Truth escalated = escalated(date);
    return new Relapse(
        flare,
        dose,
        thatDay,
        dose == null ? Truth.UNKNOWN : dose.isLessThan(settings.lowDose()),
        none ? null : held,
        response,
        escalated,
        flare.kind() == Flare.Kind.WORSENING ? Truth.TRUE : response.and(escalated));
  }

  /// The dose of a day, or that of the day before where the dose was certainly raised on it.
  private DoseBounds notEnough(long day) {
    DoseBounds on = course.on(day);
    DoseBounds before = course.on(day - 1);
    BigDecimal mostBefore = before.most();
    if (mostBefore == null || on.least().compareTo(mostBefore) > 0) {
      return mostBefore == null ? on : before;
    }
    return on;
  }

  /// The last dose held up to the day before a day; null where none was.
  private @Nullable DoseBounds held(long day) {
    DoseBounds candidates = null;
    for (int i = levels.size() - 1; i >= 0; i--) {
      Level level = levels.get(i);
      if (level.from() >= day || level.passage()) {
        continue;
      }
      long end = Math.min(level.to(), day);
      if (!level.isKnown()) {
        if (end - level.from() >= settings.heldDays()) {
          candidates = candidates == null ? level.dose() : candidates.or(level.dose());
        }
        continue;
      }
      if (end - level.from() >= settings.heldDays()) {
        return candidates == null ? level.dose() : candidates.or(level.dose());
      }
      if (possibleEnd(i, day) - possibleStart(i) >= settings.heldDays()) {
        candidates = candidates == null ? level.dose() : candidates.or(level.dose());
      }
    }
    return null;
  }

  private long possibleStart(int at) {
    return at > 0 && beside(at, at - 1) ? levels.get(at - 1).from() : levels.get(at).from();
  }

  private long possibleEnd(int at, long day) {
    long end =
        at + 1 < levels.size() && beside(at, at + 1)
            ? levels.get(at + 1).to()
            : levels.get(at).to();
    return Math.min(end, day);
  }

  private boolean beside(int at, int other) {
    return !levels.get(other).isKnown() && levels.get(other).dose().allows(levels.get(at).exact());
  }

  private Truth afterResponse(Moment date) {
    boolean open = false;
    boolean any = false;
    for (ResponsePoint point : response.points()) {
      Moment visit = point.followUp().visit().date();
      ResponseStatus status = point.followUp().status();
      if (visit.isBefore(date) == Truth.FALSE || status == ResponseStatus.BEFORE_BASELINE) {
        continue;
      }
      any = true;
      Truth responded =
          status == ResponseStatus.NOT_COMPUTABLE ? Truth.UNKNOWN : Flare.responded(point);
      if (responded == Truth.TRUE && visit.isBefore(date) == Truth.TRUE) {
        return Truth.TRUE;
      }
      open |= responded != Truth.FALSE;
    }
    return any && !open ? Truth.FALSE : Truth.UNKNOWN;
  }

  /// Whether a drug that changes the disease was added or raised from the day of the worsening on:
  /// glucocorticoid, or any other of the vocabulary.
  private Truth escalated(Moment date) {
    if (patient.treatments().isEmpty()) {
      return Truth.UNKNOWN;
    }
    Moment before = DoseCourse.day(course.until(), date.earliest() - 1);
    long last = date.latest() + settings.escalationDays();
    List<TreatmentChange> changes =
        new TreatmentChanges(patient, before, null).until(DoseCourse.day(course.until(), last));
    Truth added =
        changes.isEmpty()
            ? Truth.FALSE
            : Truth.of(changes.stream().anyMatch(TreatmentChange::certain)).or(Truth.UNKNOWN);
    Truth more = added.or(raised(date.earliest(), last));
    if (more == Truth.TRUE && !date.isExact()) {
      return Truth.UNKNOWN;
    }
    return more == Truth.FALSE && last > course.until().latest() ? Truth.UNKNOWN : more;
  }

  /// Whether the dose of any day is higher than that of the day before the first: the sum of the
  /// changes above makes no claim where a dose is no number, its bounds may.
  private Truth raised(long first, long last) {
    DoseBounds before = course.on(first - 1);
    BigDecimal mostBefore = before.most();
    Truth raised = Truth.FALSE;
    for (DoseSpan span : course.spans()) {
      if (span.to() <= first || span.from() > last) {
        continue;
      }
      BigDecimal most = span.dose().most();
      if (mostBefore != null && span.dose().least().compareTo(mostBefore) > 0) {
        return Truth.TRUE;
      }
      if (most == null || most.compareTo(before.least()) > 0) {
        raised = Truth.UNKNOWN;
      }
    }
    return raised;
  }

  /// The last day that anything of a record is dated on, as a day: how far a history can be told.
  static @Nullable Moment recordEnd(PatientRecord patient) {
    RecordEnd end = new RecordEnd();
    patient.visits().forEach(visit -> end.add(visit.date()));
    patient.measurements().forEach(each -> end.add(each.date()));
    patient.treatments().forEach(each -> end.add(each.start()));
    patient.treatments().forEach(each -> end.add(each.stop()));
    patient.events().forEach(each -> end.add(each.date()));
    return end.latest();
  }

  /// The latest day seen, on the scale of the calendar where any date is.
  private static final class RecordEnd {
    private @Nullable Moment latest;

    void add(Value<Moment> date) {
      if (date instanceof Value.Known<Moment>(Moment known)) {
        add(known);
      }
    }

    void add(Moment date) {
      Moment day =
          date instanceof Moment.IndexDay ? date : Moment.of(LocalDate.ofEpochDay(date.latest()));
      Moment seen = latest;
      if (seen == null
          || (seen instanceof Moment.IndexDay && !(day instanceof Moment.IndexDay))
          || (seen.comparableWith(day) && day.latest() > seen.latest())) {
        latest = day;
      }
    }

    @Nullable Moment latest() {
      return latest;
    }
  }
}
