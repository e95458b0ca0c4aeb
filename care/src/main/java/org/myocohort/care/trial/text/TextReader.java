package org.myocohort.care.trial.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.Trial;
import org.myocohort.care.trial.rule.Criterion;
import org.myocohort.care.trial.rule.Criterion.Kind;
import org.myocohort.care.trial.rule.Criterion.Source;
import org.myocohort.care.trial.rule.StructuredFields;

/// The criteria of a trial for which nobody wrote rules: its fields for age and sex, the plain
/// criteria of its text, and the rest unread.
public final class TextReader {
  private TextReader() {}

  /// The criteria, the fields first.
  public static List<Criterion> criteria(Trial trial) {
    List<Criterion> criteria = new ArrayList<>(StructuredFields.criteria(trial.eligibility()));
    int number = 0;
    for (TextCriterion each : CriteriaSplitter.split(trial.eligibility().text())) {
      number++;
      Kind kind = each.kind();
      Optional<Rule> read =
          kind == null || !each.alone() ? Optional.empty() : PlainCriterion.read(each.text(), kind);
      criteria.add(
          new Criterion(
              "t" + number,
              kind == null ? Kind.INCLUSION : kind,
              each.text(),
              read.orElse(new Rule.Person(UNREAD)),
              read.isPresent() ? Source.READ : Source.UNREAD));
    }
    return criteria;
  }

  private static final String UNREAD = "unread";
}
