package org.myocohort.statistics.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.NormalApproximation;
import org.myocohort.statistics.inference.Permuted;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.meta.numeric.Cholesky;
import org.myocohort.statistics.resampling.Shuffles;

/// The log-rank test of two or more groups.
///
///     U_g = sum over event times of (d_gi - d_i n_gi / n_i)
///     chi-squared = U' V^-1 U       with the hypergeometric covariance V and groups - 1 df
///
/// - **Result:** statistic chi-squared and p as R's `survdiff`. Of two groups: estimate the hazard
///   ratio of the first against the second by Peto, `exp(U / V)`, limits `exp((U ± z sqrt V) / V)`;
///   alternatives speak of the hazard of the first. `p_exact`, up to 2 million choices, counts all
///   choices of who is in the first group, each person keeping the log-rank score `event -
///   cumulative hazard`, whose sum over the group is `U` (as `coin::logrank_test(distribution =
///   "exact")` where events are not tied).
/// - **Special cases:** no event, or a group never at risk with others at an event: no answer.
/// - **Source:** Mantel N. Cancer Chemother Rep 1966;50:163-170. Peto R, Peto J. J R Stat Soc A
///   1972;135:185-207, doi:10.2307/2344317. Yusuf S et al. Prog Cardiovasc Dis 1985;27:335-371.
public final class LogRankTest {
  private static final double MOST_CHOICES = 2e6;

  private final List<List<Observation>> groups;
  private final List<Observation> all = new ArrayList<>();
  private final double[] observed;
  private final double[] expected;
  private final double[][] covariance;
  private final double[] scores;

  private LogRankTest(List<List<Observation>> groups) {
    this.groups = groups;
    groups.forEach(all::addAll);
    int k = groups.size();
    observed = new double[k];
    expected = new double[k];
    covariance = new double[k][k];
    scores = new double[all.size()];
    count();
  }

  /// Tests whether all groups have the same hazard.
  ///
  /// @param groups of which the first is compared with the second where there are two
  public static TestResult of(List<List<Observation>> groups, TestOptions options) {
    int n = groups.stream().mapToInt(List::size).sum();
    TestResult.Builder answer = TestResult.of(n);
    for (int g = 0; g < groups.size(); g++) {
      answer.further("n_" + (g + 1), groups.get(g).size());
    }
    if (n == 0 || groups.size() < 2 || groups.stream().anyMatch(List::isEmpty)) {
      return answer.none(n == 0 ? Absence.NO_VALUES : Absence.EMPTY_GROUP).build();
    }
    LogRankTest test = new LogRankTest(groups);
    for (int g = 0; g < groups.size(); g++) {
      answer
          .further("observed_" + (g + 1), test.observed[g])
          .further("expected_" + (g + 1), test.expected[g]);
    }
    answer.remark(Topic.NON_INFORMATIVE_CENSORING).remark(Topic.PROPORTIONAL_HAZARDS);
    if (Arrays.stream(test.observed).sum() == 0) {
      return answer.none(Absence.NO_EVENT).build();
    }
    test.answer(answer, options);
    return answer.build();
  }

  private void count() {
    int k = groups.size();
    List<RiskTimes.At> times = RiskTimes.of(all);
    double[] at = times.stream().mapToDouble(RiskTimes.At::time).toArray();
    double hazard = 0;
    double[] hazards = new double[times.size()];
    int[][] atRisk = new int[k][];
    int[][] events = new int[k][];
    for (int g = 0; g < k; g++) {
      atRisk[g] = new int[times.size()];
      events[g] = new int[times.size()];
      align(groups.get(g), at, atRisk[g], events[g]);
    }
    for (int i = 0; i < times.size(); i++) {
      double d = times.get(i).events();
      double n = times.get(i).atRisk();
      hazard += d / n;
      hazards[i] = hazard;
      double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (int g = 0; g < k; g++) {
        double share = atRisk[g][i] / n;
        observed[g] += events[g][i];
        expected[g] += d * share;
        for (int h = 0; h < k; h++) {
          covariance[g][h] += spread * share * ((g == h ? 1 : 0) - atRisk[h][i] / n);
        }
      }
    }
    for (int i = 0; i < scores.length; i++) {
      Observation each = all.get(i);
      scores[i] = (each.event() ? 1 : 0) - hazards[Arrays.binarySearch(at, each.time())];
    }
  }

  private static void align(List<Observation> group, double[] times, int[] atRisk, int[] events) {
    for (Observation each : group) {
      int index = Arrays.binarySearch(times, each.time());
      atRisk[index]++;
      events[index] += each.event() ? 1 : 0;
    }
    for (int i = times.length - 2; i >= 0; i--) {
      atRisk[i] += atRisk[i + 1];
    }
  }

  private void answer(TestResult.Builder answer, TestOptions options) {
    int k = groups.size();
    double[][] reduced = new double[k - 1][];
    double[] away = new double[k - 1];
    for (int g = 0; g < k - 1; g++) {
      reduced[g] = Arrays.copyOf(covariance[g], k - 1);
      away[g] = observed[g] - expected[g];
    }
    Cholesky factor = Cholesky.of(reduced);
    Quantity chiSquared = Quantity.missing(Absence.NO_EVENT);
    Quantity asymptotic = Quantity.missing(Absence.NO_EVENT);
    if (factor != null) {
      double[] solved = factor.solve(away);
      double sum = 0;
      for (int g = 0; g < k - 1; g++) {
        sum += away[g] * solved[g];
      }
      chiSquared = Quantity.of(Math.max(0, sum));
      asymptotic = Quantity.of(asymptotic(sum, away[0], options.alternative()));
    }
    answer.statistic(chiSquared).further("df", k - 1.0);
    hazardRatio(answer, options);
    Tails exact = k == 2 ? exact() : null;
    switch (options.computation()) {
      case Computation.Permutations asked when k == 2 -> {
        int first = groups.getFirst().size();
        Permuted.add(
            answer,
            asked,
            options.alternative(),
            away[0],
            0,
            () -> Shuffles.sumsOfChoices(scores, first));
        answer.further("p_asymptotic", asymptotic).remark(Topic.LOG_RANK_SCORES);
      }
      case Computation.Exact _, Computation.Asymptotic _, Computation.Permutations _ -> {
        answer.p(asymptotic, Calculation.ASYMPTOTIC);
        if (exact != null) {
          answer.further("p_exact", exact.p(options.alternative())).remark(Topic.LOG_RANK_SCORES);
        } else {
          answer.further("p_exact", Quantity.missing(Absence.NOT_GIVEN));
        }
      }
    }
  }

  private double asymptotic(double chiSquared, double away, Alternative alternative) {
    double twoSided =
        ChiSquaredDistribution.of(groups.size() - 1.0).survivalProbability(Math.max(0, chiSquared));
    if (groups.size() > 2 || alternative == Alternative.TWO_SIDED) {
      return twoSided;
    }
    boolean towards = alternative == Alternative.GREATER ? away > 0 : away < 0;
    return towards ? twoSided / 2 : 1 - twoSided / 2;
  }

  private void hazardRatio(TestResult.Builder answer, TestOptions options) {
    double information = covariance[0][0];
    if (groups.size() > 2 || !(information > 0)) {
      return;
    }
    double away = observed[0] - expected[0];
    double below = options.alternative().belowLower(options.level());
    double above = options.alternative().aboveUpper(options.level());
    double root = Math.sqrt(information);
    answer
        .estimate(Math.exp(away / information))
        .limits(
            below > 0
                ? Math.exp((away - NormalApproximation.upperQuantile(below) * root) / information)
                : 0,
            above > 0
                ? Math.exp((away + NormalApproximation.upperQuantile(above) * root) / information)
                : Double.POSITIVE_INFINITY,
            options.level())
        .further("variance", information)
        .remark(Topic.HAZARD_RATIO_PETO);
  }

  /// Counts all choices of the first group, or null where there are too many.
  private @Nullable Tails exact() {
    int m = groups.getFirst().size();
    double choices = 1;
    for (int i = 1; i <= m; i++) {
      choices *= (scores.length - m + i) / (double) i;
      if (choices > MOST_CHOICES) {
        return null;
      }
    }
    double seen = 0;
    for (int i = 0; i < m; i++) {
      seen += scores[i];
    }
    return new Choices(scores, m, seen).tails();
  }
}
