package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.care.taper.DoseBounds;
import org.myocohort.care.taper.Relapse;
import org.myocohort.cohort.analysis.Finding.MemberCourse;
import org.myocohort.cohort.analysis.Finding.MemberLines;
import org.myocohort.cohort.analysis.Finding.MemberRelapse;
import org.myocohort.cohort.variable.Course;
import org.myocohort.cohort.variable.Member;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Value;

/// What happened to each member over time.
final class Histories {
  private Histories() {}

  /// A course of every member; a row each value.
  static Finding of(Question.Follow question, Asking asking) {
    List<Row> rows = new ArrayList<>();
    List<MemberCourse> courses = new ArrayList<>();
    for (int i = 0; i < asking.members().size(); i++) {
      Member member = asking.members().get(i);
      Course course = question.variable().source().of(member);
      courses.add(new MemberCourse(member.id(), asking.group(i), course));
      for (Course.Point point : course.points()) {
        List<Used> used = List.of(point.used());
        rows.add(
            asking.row(
                i,
                List.of(
                    Asking.cell(Long.toString(point.day()), used),
                    Asking.cell(Asking.shown(point.value()), used),
                    Asking.cell(Asking.shown(point.lower()), used),
                    Asking.cell(Asking.shown(point.upper()), used),
                    Asking.cell(
                        String.join(
                            ";", point.flags().stream().map(Course.Flag::code).sorted().toList()),
                        used))));
      }
    }
    return new Finding.Followed(
        question, asking.columns("day", "value", "lower", "upper", "flags"), rows, courses);
  }

  /// Every relapse and flare with the dose that was not enough.
  static Finding of(Question.RelapseDoses question, Asking asking) {
    List<Row> rows = new ArrayList<>();
    List<MemberRelapse> relapses = new ArrayList<>();
    for (int i = 0; i < asking.members().size(); i++) {
      Member member = asking.members().get(i);
      for (Relapse relapse : member.relapses()) {
        Optional<Moment> date =
            relapse.flare().date() instanceof Value.Known<Moment>(Moment known)
                ? Optional.of(known)
                : Optional.empty();
        Optional<Long> day =
            date.flatMap(moment -> member.subject().zero().flatMap(moment::daysSince));
        relapses.add(new MemberRelapse(member.id(), asking.group(i), day, relapse));
        List<Used> used =
            List.of(
                new Used(
                    relapse.flare().row(),
                    "date",
                    relapse.flare().kind().code(),
                    "",
                    date.map(Moment::toString).orElse("")));
        DoseBounds dose = relapse.dose();
        BigDecimal most = dose == null ? null : dose.most();
        rows.add(
            asking.row(
                i,
                List.of(
                    Asking.cell(day.map(String::valueOf).orElse(""), used),
                    Asking.cell(relapse.flare().kind().code(), used),
                    Asking.cell(word(relapse), used),
                    Asking.cell(number(dose == null ? null : dose.least()), used),
                    Asking.cell(number(most), used))));
      }
    }
    return new Finding.RelapsesSeen(
        question,
        asking.columns("day", "kind", "by definition", "dose at least", "dose at most"),
        rows,
        relapses);
  }

  private static String word(Relapse relapse) {
    return switch (relapse.byDefinition()) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case UNKNOWN -> "";
    };
  }

  private static String number(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  /// The lines of treatment of every member.
  static Finding of(Question.Treatments question, Asking asking) {
    List<Row> rows = new ArrayList<>();
    List<MemberLines> treated = new ArrayList<>();
    for (int i = 0; i < asking.members().size(); i++) {
      Member member = asking.members().get(i);
      List<TreatmentLine> lines = member.treatmentLines();
      treated.add(
          new MemberLines(
              member.id(),
              asking.group(i),
              lines,
              member.zeroEpochDay(),
              member.followedDays(),
              member.milestones()));
      int number = 1;
      for (TreatmentLine line : lines) {
        List<Used> used = new ArrayList<>();
        line.started()
            .forEach(start ->
                start
                    .exposure()
                    .courses()
                    .forEach(course ->
                        used.add(new Used(course.row(), "start", course.drug(), "", ""))));
        rows.add(
            asking.row(
                i,
                List.of(
                    Asking.cell(Integer.toString(number++), used),
                    Asking.cell(String.join(" + ", line.agents()), used))));
      }
    }
    return new Finding.Treated(question, asking.columns("line", "drugs"), rows, treated);
  }
}
