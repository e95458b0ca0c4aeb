package org.myocohort.statistics.counts;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.TwoProportions;
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
import org.myocohort.statistics.resampling.Progress;
import org.myocohort.statistics.resampling.Shuffles;

/// Fisher's exact test of a table given its margins.
///
/// - **2x2:** p as R's `fisher.test` (two-sided: all tables not more probable than the one seen),
///   estimate the conditional maximum-likelihood odds ratio with its exact interval, found to the
///   last bits (R's stop at 1e-4). `risk_difference` of the second column between the rows with
///   Newcombe's limits.
/// - **Larger:** p by counting all tables with the margins as far as that is feasible, else from
///   100,000 random tables with a fixed seed, said so; no estimate.
/// - **Special cases:** a margin of zero: p = 1 and the odds ratio free, from 0 to infinity, as R.
///   Rows and columns without any count are left out. No count at all: no answer.
/// - **Source:** Fisher RA. Statistical methods for research workers, 1934, section 21.02. Newcombe
///   RG. Stat Med 1998;17:873-890, method 10.
public final class FisherTest {
  private static final int DRAWN_INSTEAD = 100_000;

  private FisherTest() {}

  /// Tests a table of at least two rows and columns.
  ///
  /// @param nullOddsRatio for 2x2 tables, most often 1
  public static TestResult of(int[][] table, double nullOddsRatio, TestOptions options) {
    int n = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
    if (n == 0) {
      return TestResult.none(0, Absence.NO_VALUES);
    }
    boolean rectangular = Arrays.stream(table).allMatch(row -> row.length == table[0].length);
    if (table.length < 2 || table[0].length < 2 || !rectangular) {
      throw new IllegalArgumentException("a table needs 2 rows and 2 columns at least");
    }
    return table.length == 2 && table[0].length == 2
        ? twoByTwo(table, n, nullOddsRatio, options)
        : larger(table, n, options);
  }

  private static TestResult twoByTwo(int[][] table, int n, double odds, TestOptions options) {
    int x = table[0][0];
    int n1 = x + table[0][1];
    int n2 = table[1][0] + table[1][1];
    int m = x + table[1][0];
    ConditionalOddsRatio given = new ConditionalOddsRatio(n1, n2, m);
    Alternative alternative = options.alternative();
    TestResult.Builder answer = TestResult.of(n).statistic(x).further("null", odds);
    Tails tails = tails(given, x, odds);
    answer.p(tails.p(alternative), Calculation.EXACT);
    if (given.low() == given.high()) {
      answer
          .estimate(Quantity.missing(Absence.ONE_LEVEL))
          .limits(0, Double.POSITIVE_INFINITY, options.level());
    } else {
      answer
          .estimate(given.estimate(x))
          .limits(
              given.lower(x, alternative.belowLower(options.level())),
              given.upper(x, alternative.aboveUpper(options.level())),
              options.level());
    }
    chiSquared(answer, table, n);
    if (n1 > 0 && n2 > 0) {
      TwoProportions shares = new TwoProportions(table[0][1], n1, table[1][1], n2);
      ConfidenceInterval limits = shares.interval(options.level());
      answer
          .further("risk_difference", shares.difference())
          .further("risk_difference_lower", limits.lower())
          .further("risk_difference_upper", limits.upper());
    }
    return answer
        .remark(Topic.MARGINS_FIXED)
        .remark(Topic.TWO_SIDED_PROBABILITY)
        .remark(Topic.ODDS_RATIO_CONDITIONAL)
        .remark(Topic.ODDS_RATIO_DIRECTION)
        .build();
  }

  private static Tails tails(ConditionalOddsRatio given, int x, double odds) {
    double log = Math.log(odds);
    double[] probabilities = given.probabilities(log);
    double limit = probabilities[x - given.low()] * BinomialTest.AS_PROBABLE;
    double twoSided = Arrays.stream(probabilities).filter(each -> each <= limit).sum();
    return new Tails(given.atMost(x, log), given.atLeast(x, log), twoSided);
  }

  private static TestResult larger(int[][] table, int n, TestOptions options) {
    int[][] filled = TableCount.filled(table);
    TestResult.Builder answer = TestResult.of(n);
    if (filled.length < 2 || filled[0].length < 2) {
      return answer.p(1, Calculation.EXACT).remark(Topic.MARGINS_FIXED).build();
    }
    OptionalDouble exact =
        options.computation() instanceof Computation.Permutations
            ? OptionalDouble.empty()
            : TableCount.p(filled);
    if (exact.isPresent()) {
      answer.p(exact.getAsDouble(), Calculation.EXACT).remark(Topic.TWO_SIDED_PROBABILITY);
    } else {
      Computation.Permutations asked =
          switch (options.computation()) {
            case Computation.Permutations permutations -> permutations;
            case Computation.Exact _, Computation.Asymptotic _ ->
                new Computation.Permutations(DRAWN_INSTEAD, 1, Progress.SILENT);
          };
      // Improbable tables count: those with a small log probability.
      Permuted.add(
          answer,
          asked,
          Alternative.LESS,
          TableCount.logProbability(filled),
          0,
          () -> tables(filled));
      if (options.computation() instanceof Computation.Exact) {
        answer.remark(Topic.TOO_LARGE_FOR_EXACT);
      }
    }
    chiSquared(answer, filled, n);
    return answer.remark(Topic.MARGINS_FIXED).build();
  }

  private static Shuffle tables(int[][] table) {
    int rows = table.length;
    int columns = table[0].length;
    int[] rowOf = Arrays.stream(TableCount.spread(table, true)).toArray();
    double[] columnOf = Arrays.stream(TableCount.spread(table, false)).asDoubleStream().toArray();
    int[][] scratch = new int[rows][columns];
    return random -> {
      Shuffles.shuffle(columnOf, random);
      for (int[] row : scratch) {
        Arrays.fill(row, 0);
      }
      for (int i = 0; i < rowOf.length; i++) {
        scratch[rowOf[i]][(int) columnOf[i]]++;
      }
      return TableCount.logProbability(scratch);
    };
  }

  /// Pearson's chi-squared without correction, for comparison.
  private static void chiSquared(TestResult.Builder answer, int[][] table, int n) {
    int[][] filled = TableCount.filled(table);
    if (filled.length < 2 || filled[0].length < 2) {
      return;
    }
    int[] rows = TableCount.rowSums(filled);
    int[] columns = TableCount.columnSums(filled);
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        double expected = (double) rows[i] * columns[j] / n;
        sum += (filled[i][j] - expected) * (filled[i][j] - expected) / expected;
      }
    }
    double freedom = (rows.length - 1.0) * (columns.length - 1.0);
    answer
        .further("chi_squared", sum)
        .further("df", freedom)
        .further("p_asymptotic", ChiSquaredDistribution.of(freedom).survivalProbability(sum));
  }
}
