package org.myocohort.app.web.cohort;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cohort.CohortWords;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.web.Addresses;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.selection.Selection;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.figures.BarStrip;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.registry.patient.PatientKey;

/// How a cohort came about, as a page shows it.
///
/// @param sentence the whole definition
/// @param on the day up to which records count
/// @param patients how many were considered
/// @param steps the study itself first
/// @param members how many are in
/// @param shown the members that are named, not more than a page holds
record CohortFlow(
    String sentence, String on, int patients, List<Step> steps, int members, List<Patient> shown) {
  /// More patients than this are counted, and named in the files only.
  private static final int NAMED = 400;

  CohortFlow {
    steps = List.copyOf(steps);
    shown = List.copyOf(shown);
  }

  /// A step.
  ///
  /// @param svg how many remain, as a bar
  /// @param left those who do not fulfil it, named
  /// @param open those of whom it cannot be told, named
  record Step(
      int number,
      String name,
      String demand,
      int came,
      int notMet,
      int undetermined,
      int remaining,
      String svg,
      List<Patient> left,
      List<Patient> open) {
    Step {
      left = List.copyOf(left);
      open = List.copyOf(open);
    }
  }

  /// A patient with what the answer rests on.
  ///
  /// @param missing what the record lacks
  record Patient(String id, String href, List<Source> because, List<String> missing) {
    Patient {
      because = List.copyOf(because);
      missing = List.copyOf(missing);
    }
  }

  /// A value with where it stands.
  record Source(String text, String href) {
    static Source of(String study, String patient, Used used, String text) {
      return new Source(
          text,
          Addresses.row(new PatientKey(study, patient), used.row().table(), used.row().id())
              + (used.column().isEmpty() ? "" : "#" + used.column()));
    }
  }

  static CohortFlow of(String study, Selection selection, Texts texts) {
    CohortWords words = new CohortWords(texts);
    MatchWords values = new MatchWords(texts);
    int everyone = selection.patients().size();
    List<Step> steps = new ArrayList<>();
    String first = texts.text("cohort.step.study");
    steps.add(
        new Step(
            0,
            first,
            texts.text("cohort.demand.study", selection.on().toString()),
            everyone,
            0,
            0,
            everyone,
            bar(first, everyone, everyone),
            List.of(),
            List.of()));
    for (Selection.StepResult result : selection.steps()) {
      String name = words.name(result.step());
      int remaining = result.remaining().size();
      steps.add(
          new Step(
              steps.size(),
              name,
              words.demand(result.step()),
              result.answers().size(),
              result.patients(Kind.NOT_MET).size(),
              result.patients(Kind.UNDETERMINED).size(),
              remaining,
              bar(name, remaining, everyone),
              patients(study, result, Kind.NOT_MET, values),
              patients(study, result, Kind.UNDETERMINED, values)));
    }
    return new CohortFlow(
        words.sentence(selection.definition()),
        selection.on().toString(),
        everyone,
        steps,
        selection.members().size(),
        selection.members().stream()
            .limit(NAMED)
            .map(id ->
                new Patient(id, Addresses.patient(new PatientKey(study, id)), List.of(), List.of()))
            .toList());
  }

  private static String bar(String name, int count, int whole) {
    return BarStrip.of(
            (double) count,
            (double) Math.max(1, whole),
            Hue.BLUE,
            Mark.of(name + ": " + count + " / " + whole, "cohort"))
        .render();
  }

  private static List<Patient> patients(
      String study, Selection.StepResult result, Kind kind, MatchWords values) {
    return result.answers().stream()
        .filter(answer -> answer.kind() == kind)
        .limit(NAMED)
        .map(answer -> patient(study, answer, values))
        .toList();
  }

  private static Patient patient(String study, StepAnswer answer, MatchWords values) {
    return new Patient(
        answer.patient(),
        Addresses.patient(new PatientKey(study, answer.patient())),
        answer.used().stream()
            .map(used -> Source.of(study, answer.patient(), used, values.value(used)))
            .toList(),
        answer.kind() == Kind.UNDETERMINED
            ? answer.missing().stream().map(values::missing).toList()
            : List.of());
  }

  /// How many members are not named.
  public int unnamed() {
    return members - shown.size();
  }
}
