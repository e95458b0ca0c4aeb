package org.myocohort.statistics.correlation;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.Permuted;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.Remark.Topic;
import org.myocohort.statistics.inference.Tails;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.resampling.MonteCarlo.Shuffle;
import org.myocohort.statistics.resampling.Shuffles;

/// Pearson's correlation with the t test and Fisher's limits.
///
///     t = r sqrt( (n - 2) / (1 - r^2) )      with n - 2 degrees of freedom
///
/// - **Result:** statistic `t`, estimate `r`, p as R's `cor.test`. The permutation probability of
///   `r`, over all orders of one column up to 10 pairs, is `p_permutation`; beyond, random
///   permutations can be asked for.
/// - **Special cases:** a constant column or fewer than 3 pairs: no answer, as R. `|r| = 1`: p = 0,
///   the statistic infinite, no limits.
/// - **Source:** Student. Biometrika 1908;6:302-310, doi:10.1093/biomet/6.2-3.302. Fisher RA.
///   Metron 1921;1:3-32.
public final class Pearson {
  private static final int MOST_ORDERED = 10;

  private Pearson() {}

  /// The correlation of pairs of finite values.
  public static TestResult of(double[] x, double[] y, TestOptions options) {
    int n = Pairs.count(x, y);
    Optional<Absence> none = Pairs.unanswerable(n, constant(x) || constant(y), 3);
    if (none.isPresent()) {
      return TestResult.none(n, none.orElseThrow());
    }
    double r = coefficient(x, y);
    double t = r * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    TDistribution distribution = TDistribution.of(n - 2);
    double p =
        Tails.symmetric(distribution.cumulativeProbability(t), distribution.survivalProbability(t))
            .p(options.alternative());
    TestResult.Builder answer = TestResult.of(n).statistic(t).estimate(r).further("df", n - 2.0);
    if (options.computation() instanceof Computation.Permutations asked) {
      permuted(answer, asked, options.alternative(), x, y);
      answer.further("p_asymptotic", p);
    } else {
      answer.p(p, Calculation.ASYMPTOTIC).remark(Topic.NORMAL_PAIRS);
      if (options.computation() instanceof Computation.Exact) {
        answer.further(
            "p_permutation",
            n > MOST_ORDERED
                ? Quantity.missing(Absence.NOT_GIVEN)
                : Quantity.of(new Orders(x, y).tails().p(options.alternative())));
      }
    }
    answer.remark(Topic.PAIRS_INDEPENDENT).remark(Topic.FISHER_Z);
    FisherZ.add(answer, r, 1 / (n - 3.0), n > 3, options);
    return answer.build();
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).distinct().limit(2).count() < 2;
  }

  /// The coefficient of pairs of which neither column is constant, in \[-1, 1\].
  static double coefficient(double[] x, double[] y) {
    double[] away = centred(x);
    double[] other = centred(y);
    double products = product(away, other);
    double squaresX = product(away, away);
    double squaresY = product(other, other);
    double r = products / Math.sqrt(squaresX) / Math.sqrt(squaresY);
    // Rounding must not turn a complete correlation into one that is nearly so.
    return Math.abs(Math.abs(r) - 1) < 1e-15 * x.length ? Math.signum(r) : Math.clamp(r, -1, 1);
  }

  /// Adds the probability of the sum of products when one column is put in random order.
  static void permuted(
      TestResult.Builder answer,
      Computation.Permutations asked,
      Alternative alternative,
      double[] x,
      double[] y) {
    double[] centredX = centred(x);
    double[] centredY = centred(y);
    Permuted.add(
        answer,
        asked,
        alternative,
        product(centredX, centredY),
        0,
        () -> orders(centredX, centredY));
  }

  private static Shuffle orders(double[] x, double[] y) {
    double[] scratch = y.clone();
    return random -> {
      Shuffles.shuffle(scratch, random);
      return product(x, scratch);
    };
  }

  /// Deviations from the mean, the largest of which is 1.
  private static double[] centred(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double largest = Arrays.stream(values).map(value -> Math.abs(value - mean)).max().orElseThrow();
    return Arrays.stream(values).map(value -> (value - mean) / largest).toArray();
  }

  private static double product(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /// All orders of one column.
  private static final class Orders {
    private final double[] x;
    private final double[] y;
    private final double seen;
    private final double slack;
    private double less;
    private double greater;
    private double far;
    private double all;

    Orders(double[] x, double[] y) {
      this.x = centred(x);
      this.y = centred(y);
      this.seen = product(this.x, this.y);
      this.slack = 1e-10 * Math.max(1, Math.abs(seen));
    }

    Tails tails() {
      place(0, 0);
      return new Tails(less / all, greater / all, far / all);
    }

    private void place(int position, double sum) {
      if (position == x.length) {
        all++;
        less += sum <= seen + slack ? 1 : 0;
        greater += sum >= seen - slack ? 1 : 0;
        far += Math.abs(sum) >= Math.abs(seen) - slack ? 1 : 0;
        return;
      }
      for (int other = position; other < y.length; other++) {
        swap(position, other);
        place(position + 1, sum + x[position] * y[position]);
        swap(position, other);
      }
    }

    private void swap(int i, int j) {
      double kept = y[i];
      y[i] = y[j];
      y[j] = kept;
    }
  }
}
