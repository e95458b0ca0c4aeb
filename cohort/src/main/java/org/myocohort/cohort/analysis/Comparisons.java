package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.variable.NumberReading;
import org.myocohort.patient.Value;
import org.myocohort.statistics.counts.FisherTest;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.RankSumTest;
import org.myocohort.statistics.reference.Observed;
import org.myocohort.statistics.reference.ReferenceComparison;

/// Groups against each other.
final class Comparisons {
  private Comparisons() {}

  /// A number: Wilcoxon's rank-sum test with the shift of Hodges and Lehmann, the first group
  /// against the second.
  static Finding of(Question.CompareNumbers question, Asking asking) {
    List<NumberReading> readings = asking.numbers(question.variable().source());
    List<Numbers> groups =
        IntStream.range(0, asking.groups())
            .mapToObj(g -> asking.numbers(readings, asking.membersOf(g)))
            .toList();
    return new Finding.NumbersCompared(
        question,
        asking.columns("value"),
        IntStream.range(0, readings.size())
            .mapToObj(i -> asking.row(i, List.of(Asking.cell(readings.get(i)))))
            .toList(),
        groups,
        groups.stream()
            .map(each -> each.describe(asking.quartiles(), asking.options().level()))
            .toList(),
        rankSum(groups, asking));
  }

  /// The rank-sum test of two groups; a reason where there are not two, or no certain order.
  static TestResult rankSum(List<Numbers> groups, Asking asking) {
    int count = groups.stream().mapToInt(each -> each.values().size()).sum();
    if (groups.size() != 2) {
      return asking.noComparison(count);
    }
    if (count == 2 && groups.stream().noneMatch(each -> each.values().isEmpty())) {
      // The only p that one value against one can have is 1.
      return TestResult.none(count, Absence.TOO_FEW_VALUES);
    }
    Optional<List<double[]>> ranked = Numbers.ranked(groups);
    return ranked
        .map(values -> RankSumTest.of(values.get(0), values.get(1), 0, asking.options()))
        .orElse(TestResult.none(count, Absence.ONLY_ORDER_KNOWN));
  }

  /// Yes and no: each group's share with exact limits, Fisher's test of the table of groups.
  static Finding of(Question.CompareShares question, Asking asking) {
    List<StepAnswer> answers = asking.truths(question.variable().source());
    List<Counts> groups =
        IntStream.range(0, asking.groups())
            .mapToObj(g -> asking.counts(answers, asking.membersOf(g)))
            .toList();
    int known = groups.stream().mapToInt(Counts::known).sum();
    int[][] table =
        groups.stream().map(each -> new int[] {each.yes(), each.no()}).toArray(int[][]::new);
    return new Finding.SharesCompared(
        question,
        asking.columns("value"),
        IntStream.range(0, answers.size())
            .mapToObj(i -> asking.row(i, List.of(Asking.cell(answers.get(i)))))
            .toList(),
        groups,
        groups.stream().map(each -> each.share(asking.options())).toList(),
        groups.size() < 2 ? asking.noComparison(known) : fisher(table, known, asking),
        SeriesLimits.of(groups, asking.options().level()));
  }

  private static TestResult fisher(int[][] table, int known, Asking asking) {
    for (int[] group : table) {
      if (group[0] + group[1] == 0) {
        return TestResult.none(known, known == 0 ? Absence.NO_VALUES : Absence.EMPTY_GROUP);
      }
    }
    return FisherTest.of(table, 1, asking.options());
  }

  /// A number of everyone beside a group known by its summary.
  static Finding of(Question.Against question, Asking asking) {
    List<NumberReading> readings = asking.numbers(question.variable().source());
    Numbers values = asking.numbers(readings, asking.everyone());
    List<Observed> own = values.values().stream().map(Comparisons::observed).toList();
    return new Finding.Referenced(
        question,
        asking.columns("value"),
        IntStream.range(0, readings.size())
            .mapToObj(i -> asking.row(i, List.of(Asking.cell(readings.get(i)))))
            .toList(),
        values,
        values.describe(asking.quartiles(), asking.options().level()),
        own.isEmpty()
            ? Optional.empty()
            : Optional.of(ReferenceComparison.of(own, question.group(), asking.options().level())));
  }

  private static Observed observed(Value<BigDecimal> value) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> Observed.exact(known.doubleValue());
      case Value.Below<BigDecimal>(BigDecimal limit) -> Observed.below(limit.doubleValue());
      case Value.Above<BigDecimal>(BigDecimal limit) -> Observed.above(limit.doubleValue());
      case Value.Absent<BigDecimal>(var reason) ->
          throw new IllegalArgumentException("a value was expected but was " + reason.text());
    };
  }
}
