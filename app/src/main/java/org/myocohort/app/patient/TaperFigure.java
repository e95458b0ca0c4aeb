package org.myocohort.app.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.taper.TaperWords;
import org.myocohort.care.taper.DoseCourse;
import org.myocohort.care.taper.DoseSpan;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.Relapse;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Event;
import org.myocohort.figures.EventLane;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.LaneChart;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Step;
import org.myocohort.figures.StepLane;
import org.myocohort.figures.Symbol;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;

/// What was planned against what was taken, with every relapse at its dose.
public final class TaperFigure {
  private static final double LEAST_AXIS = 20;

  /// The last planned dose has no end; it is drawn for so many days.
  private static final int LAST_STEP_DAYS = 28;

  private final TaperHistory history;
  private final TimeAxis axis;
  private final SourceLinks links;
  private final Words words;
  private final TaperWords said;

  private TaperFigure(TaperHistory history, TimeAxis axis, SourceLinks links, Words words) {
    this.history = history;
    this.axis = axis;
    this.links = links;
    this.words = words;
    this.said = new TaperWords(words.texts());
  }

  /// The figure as SVG; empty where nothing has a date.
  ///
  /// @param plan what is meant to be taken, or null
  public static String of(
      PatientResults results,
      TaperHistory history,
      @Nullable TaperPlan plan,
      SourceLinks links,
      Words words,
      FigureSize size,
      String stamp) {
    DoseCourse taken = history.standing();
    TaperPlan shown = taken.until() instanceof Moment.IndexDay ? null : plan;
    if (taken.spans().isEmpty() && shown == null) {
      return "";
    }
    DayZero zero =
        DayZero.choices(results, words).stream()
            .filter(each -> each.moment().comparableWith(taken.until()))
            .findFirst()
            .orElseGet(() ->
                new DayZero(
                    "taper",
                    "",
                    words.text("taper.figure.axis"),
                    shown == null ? taken.first().orElseThrow() : Moment.of(shown.start())));
    TaperFigure figure =
        new TaperFigure(history, TimeAxis.of(results.patient(), zero.moment()), links, words);
    return LaneChart.of(
            words.text("taper.figure.title", results.patient().id()),
            words.text("taper.figure.description"),
            zero.axis(),
            List.of(figure.relapses(), figure.doses(shown)),
            words.text("figure.no-value"))
        .sized(size)
        .stamped(stamp)
        .render();
  }

  private EventLane relapses() {
    List<Event> events = new ArrayList<>();
    for (Relapse relapse : history.relapses()) {
      if (!(relapse.flare().date() instanceof Value.Known<Moment>(Moment date))) {
        continue;
      }
      OptionalDouble at = axis.months(date);
      if (at.isPresent()) {
        events.add(
            new Event(
                at.getAsDouble(),
                words.text("taper.figure.relapse", said.dose(relapse.dose())),
                Symbol.TRIANGLE_UP,
                Hue.VERMILLION,
                links.mark(said.relapse(relapse, history.settings()), relapse.flare().row(), "")));
      }
    }
    return new EventLane(words.text("taper.figure.relapses"), "", events);
  }

  private StepLane doses(@Nullable TaperPlan plan) {
    List<Step> taken = new ArrayList<>();
    List<Double> values = new ArrayList<>(List.of(0.0, LEAST_AXIS));
    for (DoseSpan span : history.standing().spans()) {
      if (span.dose().isExact() && span.dose().least().signum() > 0) {
        double dose = span.dose().least().doubleValue();
        RowReference row = span.rows().getLast();
        values.add(dose);
        taken.add(
            new Step(
                axis.ofDay(span.from()),
                axis.ofDay(span.to()),
                dose,
                links.mark(
                    words.text(
                        "taper.figure.taken",
                        TaperWords.shown(span.dose().least()),
                        history.standing().moment(span.from())),
                    row,
                    "dose")));
      }
    }
    List<Step> planned = new ArrayList<>();
    if (plan != null) {
      for (int i = 0; i < plan.steps().size(); i++) {
        PlanStep step = plan.steps().get(i);
        LocalDate last = plan.lastDay(i).orElse(step.from().plusDays(LAST_STEP_DAYS));
        values.add(step.dose().doubleValue());
        planned.add(
            new Step(
                axis.ofDay(step.from().toEpochDay()),
                axis.ofDay(last.toEpochDay() + 1),
                step.dose().doubleValue(),
                Mark.of(
                    words.text("taper.figure.planned", TaperWords.shown(step.dose()), step.from()),
                    "taper-plan/" + (i + 1))));
      }
    }
    return new StepLane(
        words.text("taper.figure.dose"),
        words.text(plan == null ? "timeline.prednisone-unit" : "taper.figure.reading"),
        Scale.linearOver(values),
        Hue.ORANGE,
        taken,
        List.of(new CutOff(10, "10 mg"), new CutOff(7.5, "7.5 mg")),
        planned);
  }
}
