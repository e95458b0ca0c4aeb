package org.myocohort.statistics.correlation;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.Midranks;

/// Spearman's rank correlation: Pearson's correlation of the midranks.
///
///     S = (n^3 - n) (1 - rho) / 6        without ties the sum of the squared rank differences
///     t = rho sqrt( (n - 2) / (1 - rho^2) )
///
/// - **Result:** statistic `S` as R's `cor.test`; estimate rho. The exact p counts all orders of
///   the ranks that were seen, ties included, as far as that can be done (16 values without ties);
///   beyond, p is Edgeworth's series of algorithm AS 89 without ties (as R does from n = 10 on:
///   `p_edgeworth`), the t distribution with ties (`p_asymptotic`, as R).
/// - **Limits:** Fisher's z with the variance `(1 + rho^2 / 2) / (n - 3)`; R gives none.
/// - **Special cases:** one column constant: no answer (R: NA). Fewer than 2 pairs: no answer.
/// - **Source:** Spearman C. Am J Psychol 1904;15:72-101. Best DJ, Roberts DE. Algorithm AS 89.
///   Appl Stat 1975;24:377-379, doi:10.2307/2347111. Bonett DG, Wright TA. Psychometrika
///   2000;65:23-28, doi:10.1007/BF02294183.
public final class Spearman {
  private static final double[] SERIES = {
    0.2274, 0.2531, 0.1745, 0.0758, 0.1033, 0.3932, 0.0879, 0.0151, 0.0072, 0.0831, 0.0131, 4.6e-4
  };

  private Spearman() {}

  /// The correlation of pairs; infinite values are ranked at the ends.
  public static TestResult of(double[] x, double[] y, TestOptions options) {
    int n = Pairs.count(x, y);
    Midranks first = Midranks.of(x);
    Midranks second = Midranks.of(y);
    Optional<Absence> none = Pairs.unanswerable(n, first.constant() || second.constant(), 2);
    if (none.isPresent()) {
      return TestResult.none(n, none.orElseThrow());
    }
    double rho = Pearson.coefficient(first.ranks(), second.ranks());
    double cubic = (double) n * n * n - n;
    boolean tied = first.tied() || second.tied();
    double s = cubic * (1 - rho) / 6;
    TestResult.Builder answer = TestResult.of(n).statistic(tied ? s : Math.rint(s)).estimate(rho);
    probability(answer, first, second, rho, options);
    answer.remark(Topic.PAIRS_INDEPENDENT).remark(Topic.MONOTONE);
    if (tied) {
      answer.remark(Topic.TIES).remark(Topic.BASE_R_APPROXIMATES);
    }
    FisherZ.add(answer, rho, (1 + rho * rho / 2) / (n - 3.0), n > 3, options);
    return answer.remark(Topic.BONETT_WRIGHT).build();
  }

  private static void probability(
      TestResult.Builder answer, Midranks first, Midranks second, double rho, TestOptions options) {
    Alternative alternative = options.alternative();
    boolean tied = first.tied() || second.tied();
    int n = first.ranks().length;
    Quantity asymptotic = student(rho, n, alternative);
    Quantity series =
        tied ? Quantity.missing(Absence.NOT_GIVEN) : Quantity.of(series(rho, n, alternative));
    RankScores x = RankScores.of(first);
    RankScores y = RankScores.of(second);
    switch (options.computation()) {
      case Computation.Asymptotic _ -> answer.p(asymptotic, Calculation.ASYMPTOTIC);
      case Computation.Exact _ -> {
        Optional<Tails> exact = exact(x, y);
        if (exact.isPresent()) {
          answer
              .p(exact.orElseThrow().p(alternative), Calculation.EXACT)
              .remark(Topic.GROUP_LABELS, n, n);
          if (tied) {
            answer.remark(Topic.TWO_SIDED_DISTANCE);
          }
        } else {
          answer
              .p(tied ? asymptotic : series, Calculation.ASYMPTOTIC)
              .remark(Topic.TOO_LARGE_FOR_EXACT);
        }
      }
      case Computation.Permutations asked ->
          Pearson.permuted(answer, asked, alternative, x.ofValues(), y.ofValues());
    }
    answer.further("p_asymptotic", asymptotic);
    if (!tied) {
      answer.further("p_edgeworth", series).remark(Topic.EDGEWORTH);
    }
  }

  /// Counts the orders, with the column of fewer states inside.
  private static Optional<Tails> exact(RankScores x, RankScores y) {
    RankScores rows = x.states() >= y.states() ? x : y;
    RankScores columns = x.states() >= y.states() ? y : x;
    int seen = 0;
    for (int i = 0; i < x.groups().length; i++) {
      seen += x.scores()[x.groups()[i]] * y.scores()[y.groups()[i]];
    }
    double centre = (double) x.sum() * y.sum() / x.groups().length;
    return TiedPermutations.tails(
        rows.sizes(),
        columns.sizes(),
        (row, column, _) -> rows.scores()[row] * columns.scores()[column],
        seen,
        centre);
  }

  private static Quantity student(double rho, int n, Alternative alternative) {
    if (n < 3) {
      return Quantity.missing(Absence.TOO_FEW_VALUES);
    }
    double t = rho / Math.sqrt((1 - rho * rho) / (n - 2));
    TDistribution distribution = TDistribution.of(n - 2);
    return Quantity.of(
        Tails.symmetric(distribution.cumulativeProbability(t), distribution.survivalProbability(t))
            .p(alternative));
  }

  /// Edgeworth's series of AS 89 at the statistic, as R's `cor.test(exact = TRUE)` for n > 9.
  private static double series(double rho, int n, Alternative alternative) {
    double cubic = (double) n * n * n - n;
    double s = Math.rint(cubic * (1 - rho) / 6);
    // A small statistic stands for a positive correlation.
    double greater = 1 - above(s + 2, n);
    double less = above(s, n);
    return switch (alternative) {
      case GREATER -> Math.min(1, greater);
      case LESS -> Math.min(1, less);
      case TWO_SIDED -> Math.min(1, 2 * (s > cubic / 6 ? less : greater));
    };
  }

  /// P(S >= s), S being even.
  private static double above(double s, int n) {
    double cubic = (double) n * n * n - n;
    if (s <= 0) {
      return 1;
    }
    if (s > cubic / 3) {
      return 0;
    }
    double b = 1.0 / n;
    double x = (6 * (s - 1) * b / ((double) n * n - 1) - 1) * Math.sqrt(1 / b - 1);
    double y = x * x;
    double[] c = SERIES;
    double u =
        x
            * b
            * (c[0]
                + b * (c[1] + c[2] * b)
                + y
                    * (-c[3]
                        + b * (c[4] + c[5] * b)
                        - y
                            * b
                            * (c[6]
                                + c[7] * b
                                - y * (c[8] - c[9] * b + y * b * (c[10] - c[11] * y)))));
    double corrected = u / Math.exp(y / 2);
    double p = corrected + NormalDistribution.of(0, 1).survivalProbability(x);
    return Math.clamp(p, 0, 1);
  }
}
