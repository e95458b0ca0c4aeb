package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.myocohort.cohort.analysis.Finding.Confounded;
import org.myocohort.cohort.analysis.Finding.Line;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.selection.StepAnswer.Kind;
import org.myocohort.cohort.variable.NumberReading;
import org.myocohort.cohort.variable.Variable;

/// Tables of what members are and have.
final class Descriptions {
  private Descriptions() {}

  /// Each variable of everyone and of each group.
  static Finding of(Question.Describe question, Asking asking) {
    List<List<Row.Cell>> cells = cells(asking);
    List<Line> lines = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<int[]> groups = groups(asking);
    for (Variable variable : question.variables()) {
      columns.add(variable.name());
      switch (variable) {
        case Variable.OfNumber number -> {
          List<NumberReading> readings = asking.numbers(number.source());
          IntStream.range(0, readings.size())
              .forEach(i -> cells.get(i).add(Asking.cell(readings.get(i))));
          List<Numbers> values =
              groups.stream().map(group -> asking.numbers(readings, group)).toList();
          lines.add(
              new Line.OfNumbers(
                  number,
                  values,
                  values.stream()
                      .map(each -> each.describe(asking.quartiles(), asking.options().level()))
                      .toList()));
        }
        case Variable.OfTruth truth -> {
          List<StepAnswer> answers = asking.truths(truth.source());
          add(cells, answers);
          List<Counts> counts =
              groups.stream().map(group -> asking.counts(answers, group)).toList();
          lines.add(
              new Line.OfCounts(
                  truth,
                  counts,
                  counts.stream().map(each -> each.share(asking.options())).toList()));
        }
        case Variable.OfWaiting _, Variable.OfEvents _, Variable.OfCourse _ ->
            throw new IllegalArgumentException(
                "a table describes numbers and yes or no, but was asked for " + variable.name());
      }
    }
    return new Finding.Described(
        question, asking.columns(columns.toArray(String[]::new)), rows(asking, cells), lines);
  }

  /// Who has what, and what cannot be told apart.
  static Finding of(Question.Overview question, Asking asking) {
    List<List<Row.Cell>> cells = cells(asking);
    List<List<StepAnswer>> all = new ArrayList<>();
    for (Variable.OfTruth variable : question.variables()) {
      List<StepAnswer> answers = asking.truths(variable.source());
      add(cells, answers);
      all.add(answers);
    }
    List<Confounded> together = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        confounded(i, j, all.get(i), all.get(j), together);
      }
    }
    return new Finding.Overviewed(
        question,
        asking.columns(question.variables().stream().map(Variable::name).toArray(String[]::new)),
        rows(asking, cells),
        all.stream().map(each -> asking.counts(each, asking.everyone())).toList(),
        together);
  }

  /// Of two variables that both vary, whether they always agree or never do.
  private static void confounded(
      int first, int second, List<StepAnswer> a, List<StepAnswer> b, List<Confounded> into) {
    int same = 0;
    int different = 0;
    int yes = 0;
    int known = 0;
    for (int i = 0; i < a.size(); i++) {
      Kind one = a.get(i).kind();
      Kind other = b.get(i).kind();
      if (one == Kind.UNDETERMINED || other == Kind.UNDETERMINED) {
        continue;
      }
      known++;
      yes += one == Kind.MET ? 1 : 0;
      if (one == other) {
        same++;
      } else {
        different++;
      }
    }
    boolean varies = yes > 0 && yes < known;
    if (varies && (same == known || different == known)) {
      into.add(new Confounded(first, second, different == known, known));
    }
  }

  private static List<int[]> groups(Asking asking) {
    List<int[]> groups = new ArrayList<>();
    groups.add(asking.everyone());
    if (asking.groups() > 1) {
      IntStream.range(0, asking.groups()).forEach(g -> groups.add(asking.membersOf(g)));
    }
    return groups;
  }

  private static List<List<Row.Cell>> cells(Asking asking) {
    List<List<Row.Cell>> cells = new ArrayList<>();
    asking.members().forEach(_ -> cells.add(new ArrayList<>()));
    return cells;
  }

  private static void add(List<List<Row.Cell>> cells, List<StepAnswer> answers) {
    IntStream.range(0, answers.size()).forEach(i -> cells.get(i).add(Asking.cell(answers.get(i))));
  }

  private static List<Row> rows(Asking asking, List<List<Row.Cell>> cells) {
    return IntStream.range(0, cells.size()).mapToObj(i -> asking.row(i, cells.get(i))).toList();
  }
}
