package org.myocohort.app.cohort;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.rule.MatchWords;
import org.myocohort.app.rule.RuleWords;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.rule.Span;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.cohort.selection.IndexEvent;
import org.myocohort.cohort.selection.SelectionStep;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.selection.StepAnswer;

/// A cohort in words.
public final class CohortWords {
  private final Texts texts;
  private final RuleWords rules;
  private final MatchWords matches;

  public CohortWords(Texts texts) {
    this.texts = texts;
    this.rules = new RuleWords(texts);
    this.matches = new MatchWords(texts);
  }

  /// What a step is called.
  public String name(SelectionStep step) {
    return switch (step) {
      case SelectionStep.Happened _ -> texts.text("cohort.step.happened");
      case SelectionStep.Between _ -> texts.text("cohort.step.between");
      case SelectionStep.Followed _ -> texts.text("cohort.step.followed");
      case SelectionStep.Demand demand -> demand.name();
    };
  }

  /// What a step asks for.
  public String demand(SelectionStep step) {
    return switch (step) {
      case SelectionStep.Happened(IndexEvent event) -> event(event);
      case SelectionStep.Between(LocalDate from, LocalDate until) -> between(from, until);
      case SelectionStep.Followed(Span least) ->
          texts.text("cohort.demand.followed", rules.span(least));
      case SelectionStep.Demand(String _, Rule rule, Asked asked) ->
          texts.text("cohort.asked." + Texts.code(asked), rules.words(rule));
    };
  }

  private String event(IndexEvent event) {
    return switch (event) {
      case IndexEvent.FirstDose(List<String> _, String shown) ->
          texts.text("cohort.index.first-dose", shown);
      case IndexEvent.Diagnosis _ -> texts.text("cohort.index.diagnosis");
      case IndexEvent.Onset _ -> texts.text("cohort.index.onset");
      case IndexEvent.FirstVisit _ -> texts.text("cohort.index.first-visit");
    };
  }

  private String between(@Nullable LocalDate from, @Nullable LocalDate until) {
    if (from == null) {
      return texts.text("cohort.demand.until", String.valueOf(until));
    }
    return until == null
        ? texts.text("cohort.demand.from", from.toString())
        : texts.text("cohort.demand.between", from.toString(), until.toString());
  }

  /// The whole definition as one sentence.
  public String sentence(CohortDefinition definition) {
    List<String> demands = new ArrayList<>();
    definition.steps().forEach(step -> demands.add(demand(step)));
    return texts.text(
        "cohort.sentence",
        definition.title(),
        demands.isEmpty() ? texts.text("cohort.everyone") : String.join("; ", demands),
        texts.text("cohort.undetermined." + Texts.code(definition.undetermined())));
  }

  /// What an answer rests on, each value with its row.
  List<String> because(StepAnswer answer) {
    return answer.used().stream()
        .map(used -> matches.value(used) + " [" + used.row().column(used.column()) + "]")
        .toList();
  }

  List<String> missing(StepAnswer answer) {
    return answer.kind() == StepAnswer.Kind.UNDETERMINED
        ? answer.missing().stream().map(matches::missing).toList()
        : List.of();
  }
}
