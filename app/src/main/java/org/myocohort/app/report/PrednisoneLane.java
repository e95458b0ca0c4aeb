package org.myocohort.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Step;
import org.myocohort.figures.StepLane;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;

/// The daily prednisone equivalent of a patient: the sum of the glucocorticoid courses that are not
/// intravenous, between any two days on which one begins or ends.
///
/// @param zero day 0 of the axis
/// @param end how far the record goes, in months; an ongoing course is drawn to there
record PrednisoneLane(PatientRecord patient, Moment zero, double end, Words words) {

  StepLane lane() {
    List<Treatment> courses = new ArrayList<>();
    Set<Long> days = new TreeSet<>();
    for (Treatment treatment : patient.treatments()) {
      if (Timeline.isGlucocorticoid(treatment)
          && !Timeline.isIntravenous(treatment)
          && treatment.start() instanceof Value.Known<Moment>(Moment start)
          && start.comparableWith(zero)) {
        courses.add(treatment);
        days.add(start.middle());
        days.add(
            treatment.stop() instanceof Value.Known<Moment>(Moment stop)
                ? stop.middle()
                : zero.middle() + Math.round(end * Timeline.DAYS_PER_MONTH));
      }
    }
    List<Step> steps = new ArrayList<>();
    Long before = null;
    for (Long day : days) {
      if (before != null && day > before) {
        step(courses, before, day).ifPresent(steps::add);
      }
      before = day;
    }
    double highest = 20;
    for (Step step : steps) {
      highest = Math.max(highest, step.value());
    }
    return new StepLane(
        words.text("timeline.prednisone"),
        words.text("timeline.prednisone-unit"),
        Scale.linear(0, highest),
        Hue.ORANGE,
        steps,
        List.of(new CutOff(10, "10 mg")));
  }

  private Optional<Step> step(List<Treatment> courses, long from, long to) {
    Moment day =
        zero instanceof Moment.IndexDay(String event, int _)
            ? new Moment.IndexDay(event, (int) from)
            : Moment.of(LocalDate.ofEpochDay(from));
    BigDecimal sum = BigDecimal.ZERO;
    Treatment last = null;
    for (Treatment course : courses) {
      if (TreatmentHistory.runningOn(course, day) == Truth.TRUE) {
        Optional<BigDecimal> dose = TreatmentHistory.prednisoneEquivalent(course, patient);
        if (dose.isEmpty()) {
          return Optional.empty();
        }
        sum = sum.add(dose.get());
        last = course;
      }
    }
    if (last == null) {
      return Optional.empty();
    }
    String shown = Answer.decimal(sum.setScale(1, RoundingMode.HALF_UP));
    return Optional.of(
        new Step(
            (from - zero.middle()) / Timeline.DAYS_PER_MONTH,
            (to - zero.middle()) / Timeline.DAYS_PER_MONTH,
            sum.doubleValue(),
            Timeline.mark(words.text("timeline.prednisone-step", shown, day), last.row(), "dose")));
  }
}
