package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.treatment.CumulativeDose;

/// The prednisone equivalent of a patient in words: its steps, what was taken in all, and at which
/// dose it was not enough.
///
/// @param steps in order of time
/// @param cumulative what was taken in all, in one sentence; empty where it is not known
/// @param relapses flares and relapses with their dose, each opening its event
public record TaperTable(List<Step> steps, String cumulative, List<Cell> relapses) {
  public TaperTable {
    steps = List.copyOf(steps);
    relapses = List.copyOf(relapses);
  }

  /// One dose for some time.
  ///
  /// @param from the first day, opening the course that gives the dose
  /// @param days how long
  /// @param dose mg of prednisone a day
  /// @param change from the step before, with its sign; empty for the first and after a gap
  public record Step(Cell from, String days, String dose, String change) {}

  /// The taper of a patient.
  public static TaperTable of(PatientResults results, SourceLinks links, Words words) {
    Moment scale = scale(results);
    if (scale == null) {
      return new TaperTable(List.of(), "", List.of());
    }
    TimeAxis axis = TimeAxis.of(results.patient(), scale);
    long lastDay = scale.middle() + Math.round(axis.end() * Moment.DAYS_PER_MONTH);
    Taper taper = Taper.of(results.patient(), scale, lastDay);
    List<Step> steps = new ArrayList<>();
    Taper.Step before = null;
    for (Taper.Step step : taper.steps()) {
      BigDecimal change =
          before == null || before.to() != step.from()
              ? BigDecimal.ZERO
              : step.dose().subtract(before.dose());
      steps.add(
          new Step(
              new Cell(step.start().toString(), links.to(step.course().row(), "dose")),
              Long.toString(step.to() - step.from()),
              shown(step.dose()),
              change.signum() == 0
                  ? ""
                  : (change.signum() > 0 ? "+" : "\u2212") + shown(change.abs())));
      before = step;
    }
    List<Cell> relapses =
        taper.relapses().stream().map(each -> relapse(each, links, words)).toList();
    return new TaperTable(steps, cumulative(taper.cumulative(), lastDay, words), relapses);
  }

  private static @Nullable Moment scale(PatientResults results) {
    for (Treatment treatment : results.patient().treatments()) {
      if (treatment.start() instanceof Value.Known<Moment>(Moment start)) {
        return start;
      }
    }
    return null;
  }

  private static Cell relapse(Taper.Relapse relapse, SourceLinks links, Words words) {
    String event = words.text("event." + relapse.event().kind().code());
    String date = words.value(relapse.event().date());
    BigDecimal before = relapse.reducedFrom();
    return new Cell(
        Words.capitalised(
            before == null
                ? words.text("taper.relapse", event, date, shown(relapse.dose()))
                : words.text(
                    "taper.relapse-after-step",
                    event,
                    date,
                    shown(relapse.dose()),
                    relapse.daysSinceReduction(),
                    shown(before))),
        links.to(relapse.event().row(), ""));
  }

  private static String cumulative(@Nullable CumulativeDose dose, long lastDay, Words words) {
    if (dose == null) {
      return "";
    }
    String until = LocalDate.ofEpochDay(lastDay).toString();
    return words.text(
        dose.open().isEmpty() ? "taper.cumulative" : "taper.cumulative-open",
        grams(dose.atLeast()),
        grams(dose.intravenousAtLeast()),
        until);
  }

  private static String grams(BigDecimal milligrams) {
    return Answer.decimal(milligrams.movePointLeft(3).setScale(2, RoundingMode.HALF_UP));
  }

  private static String shown(BigDecimal milligrams) {
    return Answer.decimal(milligrams.setScale(1, RoundingMode.HALF_UP));
  }
}
