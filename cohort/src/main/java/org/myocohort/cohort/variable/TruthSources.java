package org.myocohort.cohort.variable;

import java.util.List;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Rule;
import org.myocohort.cohort.selection.SelectionStep.Asked;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.selection.StepAnswer.Kind;

/// Where yes and no come from.
final class TruthSources {
  private TruthSources() {}

  /// A rule about the record.
  record ByRule(Rule rule, Asked asked) implements TruthSource {
    @Override
    public StepAnswer of(Member member) {
      return member.subject().ask(rule, asked);
    }
  }

  /// Whether the event of a waiting came within so many days. A member whose record ends before
  /// them is not known; one whose waiting ended by something else had no event.
  ///
  /// @param days until when, 0 for as long as the record goes
  record Within(WaitingSource waiting, int days) implements TruthSource {
    @Override
    public StepAnswer of(Member member) {
      Waiting found = waiting.of(member);
      Long until = found.days();
      if (until == null) {
        return new StepAnswer(member.id(), Kind.UNDETERMINED, null, found.used(), found.missing());
      }
      boolean inTime = days == 0 || until <= days;
      if (inTime && found.cause().isEmpty() && days > 0 && until < days) {
        return new StepAnswer(
            member.id(),
            Kind.UNDETERMINED,
            null,
            found.used(),
            List.of(new Missing("not-followed-so-long", List.of(Integer.toString(days)))));
      }
      boolean happened = inTime && found.cause().equals(waiting.causes().stream().findFirst());
      return new StepAnswer(
          member.id(), happened ? Kind.MET : Kind.NOT_MET, null, found.used(), List.of());
    }
  }
}
