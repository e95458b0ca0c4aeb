package org.myocohort.app.patient;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Scale;
import org.myocohort.figures.Step;
import org.myocohort.figures.StepLane;

/// The daily prednisone equivalent as a step line, see [Taper].
final class PrednisoneLane {
  private static final double LEAST_AXIS = 20;

  private PrednisoneLane() {}

  static StepLane of(LaneMaker maker, Taper taper) {
    Words words = maker.words;
    List<Step> steps = new ArrayList<>();
    List<Double> doses = new ArrayList<>(List.of(0.0, LEAST_AXIS));
    for (Taper.Step step : taper.steps()) {
      String shown = Answer.decimal(step.dose().setScale(1, RoundingMode.HALF_UP));
      double from = maker.axis.ofDay(step.from());
      doses.add(step.dose().doubleValue());
      steps.add(
          new Step(
              from,
              maker.axis.ofDay(step.to()),
              step.dose().doubleValue(),
              maker.mark(
                  words.text("timeline.prednisone"),
                  words.text("timeline.prednisone-dose", shown),
                  words.text("timeline.from", step.start()),
                  from,
                  "",
                  step.course().row(),
                  "dose")));
    }
    return new StepLane(
        words.text("timeline.prednisone"),
        words.text("timeline.prednisone-unit"),
        Scale.linearOver(doses),
        Hue.ORANGE,
        steps,
        List.of(new CutOff(10, "10 mg")));
  }
}
