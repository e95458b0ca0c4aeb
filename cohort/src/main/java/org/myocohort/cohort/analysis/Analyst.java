package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.cohort.variable.Member;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;

/// Answers the questions of a plan.
///
/// Every question is asked of every member once; what the record does not tell is counted, never
/// filled in. The cost is linear in members and questions, but for exact tests, whose effort their
/// own descriptions state.
public final class Analyst {
  private Analyst() {}

  /// What a plan came to.
  ///
  /// @param members in the order of the study
  /// @param findings one for each question
  /// @param adjusted of each finding the probability adjusted for the number of tests, empty where
  ///   it has none or the plan asks for no adjustment
  public record Result(
      Plan plan, List<String> members, List<Finding> findings, List<OptionalDouble> adjusted) {
    public Result {
      members = List.copyOf(members);
      findings = List.copyOf(findings);
      adjusted = List.copyOf(adjusted);
    }
  }

  /// What is told at the beginning, and of each question that is done.
  public interface Progress {
    void done(int questions, int of);
  }

  /// Answers every question.
  ///
  /// @param options alternative, computation and level of all tests
  public static Result of(Plan plan, List<Member> members, TestOptions options, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    progress.done(0, plan.questions().size());
    for (Question question : plan.questions()) {
      Asking asking = new Asking(members, question.by(), plan.quartiles(), options);
      findings.add(
          switch (question) {
            case Question.Describe asked -> Descriptions.of(asked, asking);
            case Question.Overview asked -> Descriptions.of(asked, asking);
            case Question.CompareNumbers asked -> Comparisons.of(asked, asking);
            case Question.CompareShares asked -> Comparisons.of(asked, asking);
            case Question.Against asked -> Comparisons.of(asked, asking);
            case Question.Change asked -> Changes.of(asked, asking);
            case Question.Correlate asked -> Changes.of(asked, asking);
            case Question.Follow asked -> Histories.of(asked, asking);
            case Question.RelapseDoses asked -> Histories.of(asked, asking);
            case Question.Treatments asked -> Histories.of(asked, asking);
            case Question.Wait asked -> Times.of(asked, asking);
            case Question.Rate asked -> Times.of(asked, asking);
          });
      progress.done(findings.size(), plan.questions().size());
    }
    return new Result(
        plan, members.stream().map(Member::id).toList(), findings, adjusted(plan, findings));
  }

  private static List<OptionalDouble> adjusted(Plan plan, List<Finding> findings) {
    List<OptionalDouble> probabilities =
        findings.stream()
            .map(finding ->
                finding
                    .test()
                    .map(TestResult::pValue)
                    .map(Quantity::value)
                    .orElse(OptionalDouble.empty()))
            .toList();
    return plan.adjustment()
        .map(how -> how.adjust(probabilities))
        .orElseGet(() -> findings.stream().map(_ -> OptionalDouble.empty()).toList());
  }
}
