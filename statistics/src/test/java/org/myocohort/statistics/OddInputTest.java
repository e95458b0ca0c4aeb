package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.statistics.correlation.Kendall;
import org.myocohort.statistics.correlation.Pearson;
import org.myocohort.statistics.correlation.Spearman;
import org.myocohort.statistics.counts.BinomialTest;
import org.myocohort.statistics.counts.BlakerInterval;
import org.myocohort.statistics.counts.FisherTest;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.counts.McNemarTest;
import org.myocohort.statistics.counts.PoissonRate;
import org.myocohort.statistics.descriptive.Description;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Calculation;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.rank.HodgesLehmann;
import org.myocohort.statistics.rank.RankSumTest;
import org.myocohort.statistics.rank.SignTest;
import org.myocohort.statistics.rank.SignedRankTest;
import org.myocohort.statistics.rank.ZeroMethod;
import org.myocohort.statistics.resampling.Progress;
import org.myocohort.statistics.survival.KaplanMeier;
import org.myocohort.statistics.survival.LogRankTest;
import org.myocohort.statistics.survival.Observation;

/// What cannot be answered says why, and what can be told of odd samples is told.
class OddInputTest {
  private static final TestOptions DEFAULTS = TestOptions.defaults();
  private static final double[] NONE = {};

  private static Quantity missing(Absence reason) {
    return Quantity.missing(reason);
  }

  @Test
  void withoutValuesEveryMethodSaysSo() {
    assertThat(
            Stream.of(
                SignedRankTest.of(NONE, 0, ZeroMethod.DROP, DEFAULTS),
                RankSumTest.of(NONE, NONE, 0, DEFAULTS),
                SignTest.of(NONE, 0, DEFAULTS),
                HodgesLehmann.ofOne(NONE, DEFAULTS),
                HodgesLehmann.ofTwo(NONE, NONE, DEFAULTS),
                Pearson.of(NONE, NONE, DEFAULTS),
                Spearman.of(NONE, NONE, DEFAULTS),
                Kendall.of(NONE, NONE, DEFAULTS),
                McNemarTest.of(0, 0, 0, DEFAULTS),
                FisherTest.of(new int[2][2], 1, DEFAULTS),
                BinomialTest.of(0, 0, 0.5, IntervalChoice.WILSON, DEFAULTS),
                PoissonRate.of(0, 0, 1, DEFAULTS),
                Description.of(NONE, QuantileMethod.LINEAR, 0.95),
                LogRankTest.of(List.of(), DEFAULTS)))
        .allSatisfy(answer -> {
          assertThat(answer.count()).isZero();
          assertThat(answer.estimate()).isEqualTo(missing(Absence.NO_VALUES));
          assertThat(answer.pValue().value()).isEmpty();
        });
  }

  @Test
  void anEmptyGroupHasNoComparison() {
    double[] some = {1, 2, 3};
    assertThat(
            Stream.of(
                RankSumTest.of(some, NONE, 0, DEFAULTS),
                RankSumTest.of(NONE, some, 0, DEFAULTS),
                HodgesLehmann.ofTwo(some, NONE, DEFAULTS)))
        .allSatisfy(answer -> {
          assertThat(answer.count()).isEqualTo(3);
          assertThat(answer.pValue()).isEqualTo(missing(Absence.EMPTY_GROUP));
        });
  }

  @Test
  void pairsThatAllAgreeHaveNoSignedRankTest() {
    TestResult answer = SignedRankTest.of(new double[] {0, 0, 0}, 0, ZeroMethod.DROP, DEFAULTS);
    assertThat(answer.count()).isEqualTo(3);
    assertThat(answer.pValue()).isEqualTo(missing(Absence.ALL_ZERO));
    assertThat(SignTest.of(new double[] {0, 0}, 0, DEFAULTS).pValue())
        .isEqualTo(missing(Absence.ALL_ZERO));
    assertThat(McNemarTest.of(7, 0, 0, DEFAULTS).pValue()).isEqualTo(missing(Absence.NO_CHANGE));
  }

  @Test
  void groupsOfOneValueHaveOnlyOneOutcome() {
    TestResult answer = RankSumTest.of(new double[] {1, 1, 1}, new double[] {1, 1}, 0, DEFAULTS);
    assertThat(answer.pValue()).isEqualTo(Quantity.of(1));
    assertThat(answer.further("p_asymptotic")).isEqualTo(missing(Absence.ALL_EQUAL));
    assertThat(answer.estimate()).isEqualTo(Quantity.of(0));
  }

  @Test
  void aConstantColumnHasNoCorrelation() {
    double[] constant = {2, 2, 2, 2};
    double[] other = {1, 2, 3, 4};
    for (TestResult answer :
        List.of(
            Pearson.of(constant, other, DEFAULTS),
            Spearman.of(other, constant, DEFAULTS),
            Kendall.of(constant, other, DEFAULTS))) {
      assertThat(answer.estimate()).isEqualTo(missing(Absence.ALL_EQUAL));
      assertThat(answer.count()).isEqualTo(4);
    }
    assertThat(Pearson.of(new double[] {1, 2}, new double[] {3, 5}, DEFAULTS).pValue())
        .isEqualTo(missing(Absence.TOO_FEW_VALUES));
  }

  @Test
  void aCompleteCorrelationHasNoLimits() {
    TestResult answer = Pearson.of(new double[] {1, 2, 3, 4}, new double[] {2, 4, 6, 8}, DEFAULTS);
    assertThat(answer.estimate()).isEqualTo(Quantity.of(1));
    assertThat(answer.pValue()).isEqualTo(Quantity.of(0));
    assertThat(answer.statistic()).isEqualTo(Quantity.of(Double.POSITIVE_INFINITY));
    assertThat(answer.lower()).isEqualTo(missing(Absence.COMPLETE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void fewerThanSixDifferencesHaveNoIntervalOfThisLevel(int n) {
    double[] differences = new double[n];
    for (int i = 0; i < n; i++) {
      differences[i] = i + 1.5;
    }
    TestResult answer = HodgesLehmann.ofOne(differences, DEFAULTS);
    assertThat(answer.lower()).isEqualTo(Quantity.of(Double.NEGATIVE_INFINITY));
    assertThat(answer.upper()).isEqualTo(Quantity.of(Double.POSITIVE_INFINITY));
    assertThat(answer.further("widest_level").number())
        .isCloseTo(1 - Math.pow(2, 1 - n), within(1e-12));
  }

  @Test
  void sixDifferencesReachTheLevel() {
    TestResult answer = HodgesLehmann.ofOne(new double[] {1, 2, 3, 4, 5, 6}, DEFAULTS);
    assertThat(answer.lower()).isEqualTo(Quantity.of(1));
    assertThat(answer.upper()).isEqualTo(Quantity.of(6));
    assertThat(answer.further("achieved_level").number()).isEqualTo(0.96875);
  }

  @Test
  void decimalsThatArePrintedAsTiesAreTied() {
    // In binary 0.3 - 0.1 and 0.2 - 0.0 differ in the last bit.
    TestResult answer =
        RankSumTest.of(new double[] {0.3, 0.7}, new double[] {0.1, 0.2}, 0.1, DEFAULTS);
    assertThat(answer.statistic()).isEqualTo(Quantity.of(3.5));
  }

  @Test
  void valuesBeyondALimitAreRankedAtTheEndAndHaveNoSize() {
    double below = Double.NEGATIVE_INFINITY;
    TestResult limited =
        RankSumTest.of(new double[] {below, below, 40}, new double[] {35, 50, 60}, 0, DEFAULTS);
    TestResult surrogate =
        RankSumTest.of(new double[] {1, 1, 40}, new double[] {35, 50, 60}, 0, DEFAULTS);
    assertThat(limited.pValue()).isEqualTo(surrogate.pValue());
    assertThat(limited.estimate()).isEqualTo(missing(Absence.ONLY_ORDER_KNOWN));
  }

  @Test
  void aMarginOfZeroLeavesTheOddsRatioFree() {
    TestResult answer = FisherTest.of(new int[][] {{0, 3}, {0, 4}}, 1, DEFAULTS);
    assertThat(answer.pValue()).isEqualTo(Quantity.of(1));
    assertThat(answer.estimate()).isEqualTo(missing(Absence.ONE_LEVEL));
    assertThat(answer.upper()).isEqualTo(Quantity.of(Double.POSITIVE_INFINITY));
  }

  @Test
  void tooManyTablesAreDrawnInsteadOfCountedAndSaidSo() {
    int[][] table = new int[6][7];
    SplittableRandom random = new SplittableRandom(3);
    for (int[] row : table) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextInt(9);
      }
    }
    TestResult answer = FisherTest.of(table, 1, DEFAULTS);
    assertThat(answer.calculation()).isEqualTo(Calculation.PERMUTATION);
    assertThat(answer.pValue().number())
        .isBetween(answer.further("p_lower").number(), answer.further("p_upper").number());
  }

  @Test
  void drawnPermutationsComeNearTheExactProbabilityOnAnyNumberOfCores() {
    double[] x = {1, 2, 2, 5, 7};
    double[] y = {2, 3, 8, 9, 9, 9, 12, 5};
    TestOptions drawn = DEFAULTS.with(new Computation.Permutations(20_000, 11, Progress.SILENT));
    TestResult exact = RankSumTest.of(x, y, 0, DEFAULTS);
    TestResult first = RankSumTest.of(x, y, 0, drawn);
    assertThat(first.further("p_lower").number()).isLessThan(exact.pValue().number());
    assertThat(first.further("p_upper").number()).isGreaterThan(exact.pValue().number());
    assertThat(RankSumTest.of(x, y, 0, drawn).pValue()).isEqualTo(first.pValue());
  }

  @Test
  void exactProbabilitiesOfManyValuesAreNearTheNormalOnes() {
    SplittableRandom random = new SplittableRandom(5);
    double[] x = random.doubles(60).map(v -> Math.floor(v * 20)).toArray();
    double[] y = random.doubles(70).map(v -> Math.floor(v * 23)).toArray();
    TestResult answer = RankSumTest.of(x, y, 0, DEFAULTS);
    assertThat(answer.calculation()).isEqualTo(Calculation.EXACT);
    assertThat(answer.pValue().number())
        .isCloseTo(answer.further("p_asymptotic").number(), within(0.005));
  }

  @Test
  void exactAndSwappedGroupsMirrorEachOther() {
    double[] x = {1, 2, 2, 5, 7};
    double[] y = {2, 3, 8, 9, 9, 9, 12, 5};
    TestResult less = RankSumTest.of(x, y, 0, DEFAULTS.with(Alternative.LESS));
    TestResult greater = RankSumTest.of(y, x, 0, DEFAULTS.with(Alternative.GREATER));
    assertThat(less.pValue().number()).isCloseTo(greater.pValue().number(), within(1e-14));
  }

  @Test
  void blakersIntervalLiesWithinThatOfClopperAndPearson() {
    for (int n = 1; n <= 25; n++) {
      for (int x = 0; x <= n; x++) {
        ConfidenceInterval blaker = BlakerInterval.of(x, n, 0.95);
        ConfidenceInterval exact = ProportionInterval.CLOPPER_PEARSON.interval(x, n, 0.95);
        assertThat(blaker.lower()).isGreaterThanOrEqualTo(exact.lower() - 1e-9);
        assertThat(blaker.upper()).isLessThanOrEqualTo(exact.upper() + 1e-9);
      }
    }
  }

  @Test
  void aCurveThatEndsAtOneHalfHasItsMedianThereAndOneThatStaysAboveHasNone() {
    KaplanMeier curve =
        KaplanMeier.of(List.of(new Observation(1, true), new Observation(5, false)), 0.95);
    assertThat(curve.survivalAt(0.5)).isEqualTo(1);
    assertThat(curve.survivalAt(3)).isEqualTo(0.5);
    assertThat(curve.median()).isEqualTo(Quantity.of(1));
    KaplanMeier none = KaplanMeier.of(List.of(new Observation(5, false)), 0.95);
    assertThat(none.median()).isEqualTo(missing(Absence.NOT_REACHED));
    assertThat(none.events()).isZero();
  }

  @Test
  void noEventOrAnEmptyGroupHasNoLogRankTest() {
    List<Observation> quiet = List.of(new Observation(4, false), new Observation(6, false));
    assertThat(LogRankTest.of(List.of(quiet, quiet), DEFAULTS).pValue())
        .isEqualTo(missing(Absence.NO_EVENT));
    List<List<Observation>> groups = new ArrayList<>(List.of(quiet));
    groups.add(List.of());
    assertThat(LogRankTest.of(groups, DEFAULTS).pValue()).isEqualTo(missing(Absence.EMPTY_GROUP));
  }

  @Test
  void ratesWithoutEventsHaveNoRatioButTheirLimits() {
    TestResult answer = PoissonRate.ratio(0, 10, 0, 12, 1, DEFAULTS);
    assertThat(answer.pValue()).isEqualTo(missing(Absence.NO_EVENT));
    assertThat(answer.further("rate_1_upper").number())
        .isCloseTo(-Math.log(0.025) / 10, within(1e-12));
  }
}
