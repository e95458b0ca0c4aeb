package org.myocohort.care.trial.match;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.rule.Explained;
import org.myocohort.care.rule.Outcome;
import org.myocohort.care.rule.PatientView;
import org.myocohort.care.trial.rule.Criterion;

/// What a trial's criteria say of a patient on a day.
///
/// Whether the trial recruits is no part of it: that stands in the record, with the day of the
/// snapshot.
///
/// @param trial the trial
/// @param overall what the criteria come to
/// @param answers one for each criterion, in the trial's order
public record TrialMatch(MatchableTrial trial, Overall overall, List<CriterionAnswer> answers) {

  /// What the criteria come to. There is no `eligible`: that is for a person to say.
  public enum Overall {
    /// Every criterion that can be computed is met, the list is complete, and only items for a
    /// person are left.
    POTENTIALLY_ELIGIBLE("potentially eligible"),
    /// A criterion that can be computed clearly fails.
    NOT_ELIGIBLE("not eligible"),
    /// Anything else, and always where the list is not known to be complete.
    UNDETERMINED("undetermined");

    private final String code;

    Overall(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// The answer of one criterion.
  ///
  /// @param criterion which
  /// @param explained what its rule says, and why
  public record CriterionAnswer(Criterion criterion, Explained explained) {

    /// `met`: what the text says is so. An exclusion that is met excludes.
    public String code() {
      return switch (explained.outcome()) {
        case TRUE -> "met";
        case FALSE -> "not met";
        case UNKNOWN -> "unknown";
        case PERSON -> "person";
      };
    }

    /// Whether it speaks clearly against taking part.
    public boolean fails() {
      return explained.outcome()
          == (criterion.kind() == Criterion.Kind.INCLUSION ? Outcome.FALSE : Outcome.TRUE);
    }

    /// Whether all of it that can be computed speaks for taking part, whatever a person may say of
    /// the rest.
    public boolean passes() {
      boolean inclusion = criterion.kind() == Criterion.Kind.INCLUSION;
      Outcome judged = explained.withPersonsJudging(inclusion ? Outcome.TRUE : Outcome.FALSE);
      return judged == (inclusion ? Outcome.TRUE : Outcome.FALSE);
    }
  }

  public TrialMatch {
    answers = List.copyOf(answers);
  }

  /// Puts a patient against a trial.
  public static TrialMatch of(PatientView patient, MatchableTrial trial) {
    List<CriterionAnswer> answers = new ArrayList<>(trial.criteria().size());
    boolean fails = false;
    boolean passes = trial.complete() && !trial.criteria().isEmpty();
    for (Criterion criterion : trial.criteria()) {
      CriterionAnswer answer = new CriterionAnswer(criterion, patient.explain(criterion.rule()));
      answers.add(answer);
      fails |= answer.fails();
      passes = passes && answer.passes();
    }
    Overall overall =
        fails ? Overall.NOT_ELIGIBLE : passes ? Overall.POTENTIALLY_ELIGIBLE : Overall.UNDETERMINED;
    return new TrialMatch(trial, overall, answers);
  }
}
