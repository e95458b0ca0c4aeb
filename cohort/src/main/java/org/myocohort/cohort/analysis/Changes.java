package org.myocohort.cohort.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.cohort.analysis.Finding.Pair;
import org.myocohort.cohort.variable.NumberReading;
import org.myocohort.cohort.variable.VariableReader;
import org.myocohort.patient.Value;
import org.myocohort.statistics.correlation.Kendall;
import org.myocohort.statistics.correlation.Pearson;
import org.myocohort.statistics.correlation.Spearman;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.DecimalDifference;
import org.myocohort.statistics.rank.SignTest;
import org.myocohort.statistics.rank.SignedRankTest;
import org.myocohort.statistics.rank.ZeroMethod;

/// Two values of each member: before and after, or two variables.
final class Changes {
  /// Two points always lie on a line: that tells nothing.
  private static final int TWO_POINTS = 2;

  private Changes() {}

  /// Before and after: Wilcoxon's signed-rank test of each group's pairs, the changes of two groups
  /// against each other. Where a value is known only as beyond a limit, the sign test, as far as
  /// the signs are certain.
  static Finding of(Question.Change question, Asking asking) {
    List<NumberReading> before =
        asking.numbers(VariableReader.picked(question.variable(), question.from()));
    List<NumberReading> after =
        asking.numbers(VariableReader.picked(question.variable(), question.to()));
    List<Pair> pairs = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      rows.add(asking.row(i, List.of(Asking.cell(before.get(i)), Asking.cell(after.get(i)))));
      pair(i, before.get(i), after.get(i), asking).ifPresent(pairs::add);
    }
    List<TestResult> first = new ArrayList<>();
    List<TestResult> second = new ArrayList<>();
    List<TestResult> changed = new ArrayList<>();
    List<Numbers> differences = new ArrayList<>();
    for (int g = 0; g < asking.groups(); g++) {
      int group = g;
      List<Pair> of = pairs.stream().filter(pair -> pair.group() == group).toList();
      int missing = asking.membersOf(g).length - of.size();
      first.add(describe(of.stream().map(Pair::before).toList(), missing, asking));
      second.add(describe(of.stream().map(Pair::after).toList(), missing, asking));
      changed.add(test(of, asking.options()));
      differences.add(new Numbers(of.stream().map(Changes::difference).toList(), missing));
    }
    boolean sized =
        differences.stream().allMatch(each -> each.values().stream().allMatch(Value::isKnown));
    int count = differences.stream().mapToInt(each -> each.values().size()).sum();
    return new Finding.Changed(
        question,
        asking.columns("before", "after"),
        rows,
        pairs,
        first,
        second,
        changed,
        sized || asking.groups() != 2
            ? Comparisons.rankSum(differences, asking)
            : TestResult.none(count, Absence.ONLY_ORDER_KNOWN));
  }

  private static Optional<Pair> pair(int member, NumberReading x, NumberReading y, Asking asking) {
    return x.value().isAbsent() || y.value().isAbsent()
        ? Optional.empty()
        : Optional.of(
            new Pair(
                asking.members().get(member).id(), asking.group(member), x.value(), y.value()));
  }

  private static TestResult describe(List<Value<BigDecimal>> values, int missing, Asking asking) {
    return new Numbers(values, missing).describe(asking.quartiles(), asking.options().level());
  }

  /// After less before; the limit of what is not known stands in for its size, so that only its
  /// kind is of use.
  private static Value<BigDecimal> difference(Pair pair) {
    if (pair.before() instanceof Value.Known<BigDecimal>(BigDecimal before)
        && pair.after() instanceof Value.Known<BigDecimal>(BigDecimal after)) {
      return Value.of(after.subtract(before));
    }
    return switch (sign(pair)) {
      case 1 -> new Value.Above<>(BigDecimal.ZERO);
      case -1 -> new Value.Below<>(BigDecimal.ZERO);
      default -> Value.absent(org.myocohort.patient.AbsenceReason.UNKNOWN);
    };
  }

  /// Whether the value rose (1) or fell (-1); 0 where it did neither or that is not certain.
  private static int sign(Pair pair) {
    Value<BigDecimal> before = pair.before();
    Value<BigDecimal> after = pair.after();
    BigDecimal first = number(before);
    BigDecimal last = number(after);
    int compared = last.compareTo(first);
    boolean beforeMayBeHigher = before instanceof Value.Above<BigDecimal>;
    boolean beforeMayBeLower = before instanceof Value.Below<BigDecimal>;
    boolean afterMayBeHigher = after instanceof Value.Above<BigDecimal>;
    boolean afterMayBeLower = after instanceof Value.Below<BigDecimal>;
    boolean limited = !before.isKnown() || !after.isKnown();
    if (!beforeMayBeHigher && !afterMayBeLower && (compared > 0 || (compared == 0 && limited))) {
      return 1;
    }
    return !beforeMayBeLower && !afterMayBeHigher && (compared < 0 || (compared == 0 && limited))
        ? -1
        : 0;
  }

  private static BigDecimal number(Value<BigDecimal> value) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> known;
      case Value.Below<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Above<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Absent<BigDecimal> _ -> BigDecimal.ZERO;
    };
  }

  private static TestResult test(List<Pair> pairs, TestOptions options) {
    if (pairs.size() == 1) {
      // The only p that one pair can have is 1.
      return TestResult.none(1, Absence.TOO_FEW_VALUES);
    }
    boolean sized =
        pairs.stream().allMatch(pair -> pair.before().isKnown() && pair.after().isKnown());
    if (sized) {
      double[] differences = DecimalDifference.of(values(pairs, false), values(pairs, true));
      return SignedRankTest.of(differences, 0, ZeroMethod.DROP, options);
    }
    double[] signs = new double[pairs.size()];
    for (int i = 0; i < signs.length; i++) {
      Pair pair = pairs.get(i);
      signs[i] = sign(pair);
      boolean equal =
          pair.before().isKnown()
              && pair.after().isKnown()
              && number(pair.before()).compareTo(number(pair.after())) == 0;
      if (signs[i] == 0 && !equal) {
        return TestResult.none(pairs.size(), Absence.ONLY_ORDER_KNOWN);
      }
    }
    // The size of a change from or to a limit is not known, its sign is.
    for (int i = 0; i < signs.length; i++) {
      signs[i] *= Double.POSITIVE_INFINITY;
      signs[i] = Double.isNaN(signs[i]) ? 0 : signs[i];
    }
    return SignTest.of(signs, 0, options);
  }

  private static double[] values(List<Pair> pairs, boolean first) {
    return pairs.stream()
        .mapToDouble(pair -> number(first ? pair.before() : pair.after()).doubleValue())
        .toArray();
  }

  /// Two variables of everyone.
  static Finding of(Question.Correlate question, Asking asking) {
    List<NumberReading> x = asking.numbers(question.x().source());
    List<NumberReading> y = asking.numbers(question.y().source());
    List<Pair> pairs = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < x.size(); i++) {
      rows.add(asking.row(i, List.of(Asking.cell(x.get(i)), Asking.cell(y.get(i)))));
      pair(i, x.get(i), y.get(i), asking).ifPresent(pairs::add);
    }
    return new Finding.Correlated(
        question, asking.columns("x", "y"), rows, pairs, correlation(question, pairs, asking));
  }

  private static TestResult correlation(
      Question.Correlate question, List<Pair> pairs, Asking asking) {
    Optional<List<double[]>> x =
        Numbers.ranked(List.of(new Numbers(pairs.stream().map(Pair::before).toList(), 0)));
    Optional<List<double[]>> y =
        Numbers.ranked(List.of(new Numbers(pairs.stream().map(Pair::after).toList(), 0)));
    boolean sized =
        pairs.stream().allMatch(pair -> pair.before().isKnown() && pair.after().isKnown());
    boolean needsSize = question.method() == Question.Correlation.PEARSON;
    if (x.isEmpty() || y.isEmpty() || (needsSize && !sized)) {
      return TestResult.none(pairs.size(), Absence.ONLY_ORDER_KNOWN);
    }
    if (pairs.size() == TWO_POINTS) {
      return TestResult.none(pairs.size(), Absence.TOO_FEW_VALUES);
    }
    double[] first = x.get().getFirst();
    double[] second = y.get().getFirst();
    return switch (question.method()) {
      case SPEARMAN -> Spearman.of(first, second, asking.options());
      case PEARSON -> Pearson.of(first, second, asking.options());
      case KENDALL -> Kendall.of(first, second, asking.options());
    };
  }
}
