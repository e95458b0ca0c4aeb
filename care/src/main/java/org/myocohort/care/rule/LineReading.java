package org.myocohort.care.rule;

import org.myocohort.care.line.AgentTime;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.line.Refractory;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;

/// Lines of treatment and refractory disease, both by the definitions of `care.line`.
final class LineReading {
  private LineReading() {}

  static Explained refractory(PatientView view, Rule.RefractoryBy rule) {
    Look look = new Look(rule);
    Refractory answer = view.lines().refractory(rule.definition());
    answer
        .shownBy()
        .forEach(each ->
            look.used(
                each.row(), each.column(), each.column(), each.value(), each.unit(), Look.NO_DATE));
    return look.answer(answer.shown(), Missing.of("refractory", rule.definition().code()));
  }

  /// Where the dates leave the order of the lines open, so is the answer.
  static Explained begun(PatientView view, Rule.BegunInLine rule) {
    Look look = new Look(rule);
    if (view.treatments().isEmpty()) {
      return look.answer(Truth.UNKNOWN, Missing.of("treatments", rule.shown()));
    }
    LinesOfTreatment lines = view.lines();
    // A course without a date may have been the first.
    boolean certain = lines.agents().stream().noneMatch(agent -> isUndated(agent, rule));
    for (TreatmentLine line : lines.lines()) {
      certain &= line.isCertain();
      for (TreatmentLine.Start start : line.started()) {
        Treatment first = start.exposure().first();
        if (rule.drugs().contains(first.drug())) {
          look.used(
              first.row(),
              first.column(),
              first.drug(),
              Integer.toString(line.number()),
              first.start());
          return look.answer(
              certain ? Truth.of(line.number() >= rule.least()) : Truth.UNKNOWN,
              Missing.of("treatment-details", rule.shown()));
        }
      }
    }
    if (lines.agents().stream().anyMatch(agent -> isUndated(agent, rule))) {
      return look.answer(Truth.UNKNOWN, Missing.of("treatment-details", rule.shown()));
    }
    look.note("not-among-treatments", rule.shown());
    return look.answer(Truth.FALSE, null);
  }

  private static boolean isUndated(AgentTime agent, Rule.BegunInLine rule) {
    return agent.undated().stream().anyMatch(course -> rule.drugs().contains(course.drug()));
  }
}
