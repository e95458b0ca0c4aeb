package org.myocohort.app.web.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.Cell;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.Words;
import org.myocohort.app.taper.TaperWords;
import org.myocohort.care.taper.AbruptStop;
import org.myocohort.care.taper.PlanComparison;
import org.myocohort.care.taper.PlanStep;
import org.myocohort.care.taper.Relapse;
import org.myocohort.care.taper.TaperAttempt;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.treatment.CumulativeDose;

/// What the page of a patient's tapers shows, as plain values.
///
/// @param flare whether the patient is in flare today, in words
/// @param relapses each in one sentence, opening its event
/// @param attempts in order of time
/// @param total what was taken in all, and days without; empty where no course has a date
/// @param stops stops at once
/// @param steps of the plan, beside what was taken
/// @param warnings what of the plan needs a second look
/// @param rules the statements with their marks
/// @param beside what the guideline for lung disease says
public record TaperView(
    String flare,
    List<Cell> relapses,
    List<Attempt> attempts,
    String total,
    List<String> stops,
    List<Line> steps,
    List<String> warnings,
    List<String> rules,
    List<String> beside) {

  /// An attempt as a line of a table.
  public record Attempt(
      String from, String peak, String lowest, String held, String end, String relapses) {}

  /// Some days of the plan.
  ///
  /// @param planned mg a day
  /// @param taken mg a day, empty where the day has not come or is not recorded
  /// @param difference taken less planned
  /// @param remark why the dose goes up
  public record Line(
      String from, String until, String planned, String taken, String difference, String remark) {}

  static TaperView of(
      TaperHistory history,
      @Nullable TaperPlan plan,
      String flare,
      LocalDate today,
      SourceLinks links,
      Words words) {
    TaperWords said = new TaperWords(words.texts());
    List<Cell> relapses = new ArrayList<>();
    for (Relapse relapse : history.relapses()) {
      relapses.add(
          new Cell(
              said.relapse(relapse, history.settings()),
              links.place().of(relapse.flare().row(), "")));
    }
    List<String> stops = new ArrayList<>();
    for (AbruptStop stop : history.abruptStops()) {
      if (!stop.atDeath()) {
        stops.add(
            words.text("taper.page.stop", stop.day(), TaperWords.shown(stop.dose()), stop.days()));
      }
    }
    List<String> warnings = new ArrayList<>();
    if (plan != null) {
      for (int step : plan.abruptStops(history.settings())) {
        warnings.add(
            words.text(
                "taper.note.abrupt", step, TaperWords.shown(history.settings().abruptAbove())));
      }
    }
    List<String> rules = new ArrayList<>(said.historyRules(history.settings()));
    rules.addAll(said.planRules());
    return new TaperView(
        flare,
        relapses,
        attempts(history, said),
        total(history, said, words),
        stops,
        plan == null ? List.of() : lines(history, plan, today, said),
        warnings,
        rules.stream().distinct().toList(),
        said.beside());
  }

  private static List<Attempt> attempts(TaperHistory history, TaperWords said) {
    List<Attempt> attempts = new ArrayList<>();
    for (TaperAttempt attempt : history.attempts()) {
      attempts.add(
          new Attempt(
              attempt.from() + " – " + attempt.to(),
              TaperWords.shown(attempt.peak()),
              TaperWords.shown(attempt.lowest()),
              said.held(attempt),
              said.end(attempt),
              String.join(
                  ", ", attempt.relapses().stream().map(each -> said.dose(each.dose())).toList())));
    }
    return attempts;
  }

  private static String total(TaperHistory history, TaperWords said, Words words) {
    CumulativeDose dose = history.cumulative();
    if (dose == null) {
      return "";
    }
    return words.text(
        "taper.page.total",
        said.grams(dose),
        said.grams(new CumulativeDose(dose.intravenousAtLeast(), BigDecimal.ZERO, dose.open())),
        history.standing().until(),
        history.freeDays() == history.freeDaysAtMost()
            ? Long.toString(history.freeDays())
            : words.text("taper.range", history.freeDays(), history.freeDaysAtMost()));
  }

  /// Days that are over or recorded stand beside what was taken, later ones alone.
  private static List<Line> lines(
      TaperHistory history, TaperPlan plan, LocalDate today, TaperWords said) {
    List<Line> lines = new ArrayList<>();
    LocalDate recorded = LocalDate.ofEpochDay(history.standing().until().latest());
    LocalDate until = recorded.isBefore(today) ? recorded : today;
    for (PlanComparison.Span span : PlanComparison.of(plan, history.standing(), until).spans()) {
      boolean exact = span.taken().isExact();
      BigDecimal difference = span.differenceAtLeast();
      lines.add(
          new Line(
              span.from().toString(),
              span.to().minusDays(1).toString(),
              TaperWords.shown(span.planned()),
              said.dose(span.taken()),
              exact ? signed(difference) : "",
              remark(plan, span.from())));
    }
    for (int i = 0; i < plan.steps().size(); i++) {
      PlanStep step = plan.steps().get(i);
      LocalDate last = plan.lastDay(i).orElse(null);
      if (last == null || last.isAfter(until)) {
        LocalDate from = step.from().isAfter(until) ? step.from() : until.plusDays(1);
        lines.add(
            new Line(
                from.toString(),
                last == null ? "" : last.toString(),
                TaperWords.shown(step.dose()),
                "",
                "",
                step.reason()));
      }
    }
    return lines;
  }

  private static String remark(TaperPlan plan, LocalDate day) {
    String reason = "";
    for (PlanStep step : plan.steps()) {
      if (!step.from().isAfter(day)) {
        reason = step.reason();
      }
    }
    return reason;
  }

  private static String signed(BigDecimal difference) {
    return difference.signum() == 0
        ? "0"
        : (difference.signum() > 0 ? "+" : "\u2212") + TaperWords.shown(difference.abs());
  }
}
