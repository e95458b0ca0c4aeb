package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.statistics.reported.FindingValue.Count;
import org.myocohort.statistics.reported.FindingValue.None;
import org.myocohort.statistics.reported.FindingValue.Printed;
import org.myocohort.statistics.reported.FindingValue.PrintedP;
import org.myocohort.statistics.reported.FindingValue.Recomputed;
import org.myocohort.statistics.reported.FindingValue.Values;
import org.myocohort.statistics.reported.ReportedStatistic.Kind;

/// Rows R01 to R13 are the reported statistics of the first shared study.
class ConsistencyCheckTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # id, kind, n, value, low, high
          R03, COUNT, 3,  3,    -,    -
          R04, COUNT, 3,  1,    -,    -
          R05, COUNT, 3,  0,    -,    -
          R06, COUNT, -,  4,    -,    -
          R07, COUNT, 15, 7,    -,    -
          R08, MEAN,  14, 2559, 467,  6937
          R09, MEAN,  -,  354,  11,   839
          R12, MEAN,  -,  1.1,  0.08, 4.96
          R13, MEAN,  -,  0.16, 0.03, 0.4
          """)
  void soundRowsGiveNoFinding(
      String id, Kind kind, String n, String value, String low, String high) {
    ReportedStatistic statistic = ReportedStatistic.of(id, kind, number(value));
    if (n != null) {
      statistic = statistic.withSize(Integer.parseInt(n));
    }
    if (low != null) {
      statistic = statistic.withBounds(range(low, high));
    }
    assertThat(ConsistencyCheck.check(statistic)).isEmpty();
  }

  /// R10: instruments, section 12 item 1; 19499.2 = (18844 + 9 * 19572) / 10.
  @Test
  void reversedBoundsThatInOrderDoNotAllowTheMeanGiveTwoFindings() {
    ReportedStatistic r10 =
        ReportedStatistic.of("R10", Kind.MEAN, number("19571"))
            .withInferredSize(10)
            .withBounds(range("19572", "18844"))
            .withP(PrintedProbability.parse("0.005"));
    List<ReportedFinding> findings = ConsistencyCheck.check(r10);
    assertThat(findings)
        .extracting(ReportedFinding::code)
        .containsExactly(FindingCode.BOUNDS_REVERSED, FindingCode.MEAN_ABOVE_LIMIT);
    assertThat(findings.getFirst().values())
        .containsExactly(value("low", printed("19572")), value("high", printed("18844")));
    assertThat(findings.getFirst().assumptions()).isEmpty();
    assertThat(findings.getLast().values())
        .containsExactly(
            value("mean", printed("19571")),
            value("n", new Count(10)),
            value("low", printed("18844")),
            value("high", printed("19572")),
            value("limit", new Recomputed(19499.2, 6)),
            value("limit-rounded", new Recomputed(19499.7, 6)),
            value("smallest-n", new Count(486)),
            value("smallest-n-rounded", new Count(364)));
    assertThat(findings.getLast().assumptions())
        .containsExactly(
            Assumption.ENDS_ATTAINED,
            Assumption.ALL_VALUES_PRESENT,
            Assumption.ROUNDED,
            Assumption.BOUNDS_PUT_IN_ORDER,
            Assumption.SIZE_INFERRED);
  }

  /// The size that a finding calls the smallest is let pass, the one before is not.
  @ParameterizedTest(name = "n = {0}: fits {1}")
  @CsvSource({"363, false", "364, true", "486, true"})
  void theSmallestSizeIsSharp(int n, boolean fits) {
    ReportedStatistic statistic =
        ReportedStatistic.of("R10", Kind.MEAN, number("19571"))
            .withSize(n)
            .withBounds(range("18844", "19572"));
    assertThat(ConsistencyCheck.check(statistic).isEmpty()).isEqualTo(fits);
  }

  /// Worked by hand: five values from 0 to 100 have a mean of at least 20.
  @ParameterizedTest(name = "mean {0}: {1}")
  @CsvSource(
      textBlock =
          """
          # h = 0.5 on every number: at least (4 * -0.5 + 99.5) / 5 = 19.5, reached by 19
          19,   true
          18,   false
          # one decimal: reached by 19.45 + 0.05
          19.4, false
          19.5, true
          81,   true
          82,   false
          """)
  void aMeanKeepsItsDistanceFromBothEnds(String mean, boolean fits) {
    ReportedStatistic statistic =
        ReportedStatistic.of("hand", Kind.MEAN, number(mean))
            .withSize(5)
            .withBounds(range("0", "100"));
    assertThat(ConsistencyCheck.check(statistic).isEmpty()).isEqualTo(fits);
  }

  @Test
  void aMeanTooNearTheLowerEndSaysTheLimitAndTheSize() {
    ReportedStatistic statistic =
        ReportedStatistic.of("hand", Kind.MEAN, number("10.0"))
            .withSize(5)
            .withBounds(range("0.0", "100.0"));
    ReportedFinding finding = only(statistic, FindingCode.MEAN_BELOW_LIMIT);
    // 100 / 10.05 = 9.95 and 99.9... with the range at its widest: (99.95 + 0.05) / (10.05 + 0.05)
    assertThat(finding.values())
        .containsEntry("limit", new Recomputed(20, 6))
        .containsEntry("limit-rounded", new Recomputed(19.95, 6))
        .containsEntry("smallest-n", new Count(10))
        .containsEntry("smallest-n-rounded", new Count(10));
  }

  @Test
  void noSizeAllowsAMeanThatOnlyRoundingBringsIntoTheRange() {
    ReportedStatistic statistic =
        ReportedStatistic.of("hand", Kind.MEAN, number("100.2"))
            .withSize(5)
            .withBounds(range("0", "100"));
    ReportedFinding finding = only(statistic, FindingCode.MEAN_ABOVE_LIMIT);
    // rounded: (100.5 - 0.5) / (100.5 - 100.15) = 285.7
    assertThat(finding.values())
        .containsEntry("smallest-n", new None())
        .containsEntry("smallest-n-rounded", new Count(286));
  }

  @ParameterizedTest(name = "{0} of {1}-{2}: fits {3}")
  @CsvSource({
    "840, 11, 839, true",
    "841, 11, 839, false",
    "10, 11, 839, true",
    "9, 11, 839, false"
  })
  void withoutASizeTheMeanOnlyLiesInTheRange(String mean, String low, String high, boolean fits) {
    ReportedStatistic statistic =
        ReportedStatistic.of("R09", Kind.MEAN, number(mean)).withBounds(range(low, high));
    List<ReportedFinding> findings = ConsistencyCheck.check(statistic);
    assertThat(findings.isEmpty()).isEqualTo(fits);
    assertThat(findings)
        .extracting(ReportedFinding::code)
        .allMatch(FindingCode.MEAN_OUTSIDE_RANGE::equals);
  }

  /// Limits 1358.13 and 3010.08, see SampleLimitsTest; with all rounding 1357.87 and 3010.50.
  @ParameterizedTest(name = "sd {0}: fits {1}")
  @CsvSource({"1357, false", "1358, true", "2000, true", "3010, true", "3012, false"})
  void aStandardDeviationFitsTheRangeAndTheMean(String sd, boolean fits) {
    ReportedStatistic statistic =
        ReportedStatistic.of("R08", Kind.MEAN, number("2559"))
            .withSize(14)
            .withBounds(range("467", "6937"))
            .withStandardDeviation(number(sd));
    List<ReportedFinding> findings = ConsistencyCheck.check(statistic);
    assertThat(findings.isEmpty()).isEqualTo(fits);
    if (!fits) {
      ReportedFinding finding = only(statistic, FindingCode.SD_OUTSIDE_RANGE);
      assertThat(shown(finding, "sd-low")).isEqualTo("1358.13");
      assertThat(shown(finding, "sd-high")).isEqualTo("3010.08");
    }
  }

  /// R01 and R02: instruments, section 12 item 7.
  @ParameterizedTest(name = "{0}: {1} ({2}-{3})")
  @CsvSource({"R01, 75, 50, 80, 50 75 80, 25 75 85", "R02, 8, 5, 9, 5 8 9, 2 8 10"})
  void quartilesOfThreeValuesSayWhatTheyMean(
      String id, String median, String low, String high, String type6, String type7) {
    ReportedStatistic statistic =
        ReportedStatistic.of(id, Kind.MEDIAN, number(median))
            .withSize(3)
            .withBounds(quartiles(low, high));
    ReportedFinding finding = only(statistic, FindingCode.IQR_OF_THREE);
    assertThat(finding.level()).isEqualTo(FindingLevel.WARNING);
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.values().get("values-type-6")).isEqualTo(values(type6));
    assertThat(finding.values().get("values-type-7")).isEqualTo(values(type7));
    assertThat(finding.assumptions()).containsExactly(Assumption.QUARTILE_METHOD_NOT_NAMED);
  }

  @Test
  void quartilesOfFewValuesWarnAndOfFiveDoNot() {
    ReportedStatistic four =
        ReportedStatistic.of("hand", Kind.MEDIAN, number("8"))
            .withSize(4)
            .withBounds(quartiles("5", "9"));
    assertThat(only(four, FindingCode.IQR_OF_FEW).values()).containsEntry("n", new Count(4));
    assertThat(ConsistencyCheck.check(four.withSize(5))).isEmpty();
    ReportedStatistic one = four.withSize(1);
    assertThat(only(one, FindingCode.BOUNDS_OF_ONE_VALUE).level()).isEqualTo(FindingLevel.ERROR);
  }

  @Test
  void aMedianLiesBetweenItsBounds() {
    ReportedStatistic median = ReportedStatistic.of("hand", Kind.MEDIAN, number("10")).withSize(9);
    assertThat(ConsistencyCheck.check(median.withBounds(quartiles("5", "9")))).isEmpty();
    only(median.withBounds(quartiles("5", "8")), FindingCode.MEDIAN_OUTSIDE_QUARTILES);
    only(median.withBounds(range("5", "8")), FindingCode.MEDIAN_OUTSIDE_RANGE);
    PrintedBounds interval =
        new PrintedBounds(PrintedBounds.Kind.CONFIDENCE_INTERVAL, number("5"), number("8"));
    only(median.withBounds(interval), FindingCode.ESTIMATE_OUTSIDE_INTERVAL);
  }

  /// R11: instruments, section 12 item 2.
  @Test
  void aCorrelationThatFitsByRoundingIsANote() {
    ReportedFinding finding = only(correlation(8), FindingCode.P_FROM_CORRELATION_BY_ROUNDING);
    assertThat(finding.level()).isEqualTo(FindingLevel.NOTE);
    assertThat(finding.values())
        .containsEntry("r", printed("-0.9"))
        .containsEntry("n", new Count(8))
        .containsEntry("p", new PrintedP(PrintedProbability.parse("0.001")));
    assertThat(shown(finding, "p-recomputed")).isEqualTo("0.0023");
    assertThat(shown(finding, "p-low")).isEqualTo("0.0003");
    assertThat(shown(finding, "p-high")).isEqualTo("0.0075");
    assertThat(shown(finding, "r-low")).isEqualTo("0.914");
    assertThat(shown(finding, "r-high")).isEqualTo("0.941");
    assertThat(finding.assumptions())
        .containsExactly(
            Assumption.PEARSON_TWO_SIDED,
            Assumption.ALL_VALUES_PRESENT,
            Assumption.ROUNDED,
            Assumption.SIZE_INFERRED);
  }

  @Test
  void aCorrelationThatNoRoundingSavesIsAWarning() {
    ReportedFinding finding = only(correlation(6), FindingCode.P_FROM_CORRELATION);
    assertThat(finding.level()).isEqualTo(FindingLevel.WARNING);
    assertThat(shown(finding, "p-recomputed")).isEqualTo("0.014");
    assertThat(shown(finding, "r-low")).isEqualTo("0.968");
  }

  @Test
  void aCorrelationThatFitsAsItStandsGivesNothing() {
    assertThat(ConsistencyCheck.check(correlation(9))).isEmpty();
    ReportedStatistic below = correlation(8).withP(PrintedProbability.parse("p < 0.01"));
    assertThat(ConsistencyCheck.check(below)).isEmpty();
    only(
        correlation(8).withP(PrintedProbability.parse("<0.002")),
        FindingCode.P_FROM_CORRELATION_BY_ROUNDING);
    only(correlation(8).withP(PrintedProbability.parse(">0.05")), FindingCode.P_FROM_CORRELATION);
  }

  @ParameterizedTest(name = "{0} {1} of {2}: {3}")
  @CsvSource(
      textBlock =
          """
          COUNT,       4,    3,  COUNT_EXCEEDS_N
          COUNT,       -1,   3,  COUNT_NEGATIVE
          COUNT,       1.5,  3,  COUNT_NOT_WHOLE
          PERCENT,     101,  3,  PERCENT_OUTSIDE_LIMITS
          PERCENT,     -1,   3,  PERCENT_OUTSIDE_LIMITS
          PERCENT,     51,   14, GRIM_PERCENT
          CORRELATION, -1.1, 8,  CORRELATION_OUTSIDE_LIMITS
          """)
  void aNumberOutsideItsLimitsIsFound(Kind kind, String value, int n, FindingCode code) {
    only(ReportedStatistic.of("hand", kind, number(value)).withSize(n), code);
  }

  @Test
  void aPercentageSaysItsNeighbours() {
    ReportedFinding finding =
        only(
            ReportedStatistic.of("48", Kind.PERCENT, number("53")).withSize(14),
            FindingCode.GRIM_PERCENT);
    assertThat(finding.values())
        .containsEntry("count-below", new Count(7))
        .containsEntry("count-above", new Count(8));
    assertThat(shown(finding, "percent-below")).isEqualTo("50");
    assertThat(shown(finding, "percent-above")).isEqualTo("57.1");
  }

  @Test
  void pOutsideItsLimitsIsFoundAlone() {
    ReportedStatistic statistic = correlation(8).withP(PrintedProbability.parse("1.2"));
    only(statistic, FindingCode.P_OUTSIDE_LIMITS);
  }

  @Test
  void standardDeviationsThatNoSampleHasAreFound() {
    ReportedStatistic mean = ReportedStatistic.of("hand", Kind.MEAN, number("5"));
    only(mean.withStandardDeviation(number("-1")), FindingCode.SD_NEGATIVE);
    only(mean.withSize(1).withStandardDeviation(number("1")), FindingCode.SD_OF_ONE_VALUE);
    assertThat(ConsistencyCheck.check(mean.withSize(1).withStandardDeviation(number("0"))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeNamesItsValuesOnce(FindingCode code) {
    assertThat(code.keys())
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[a-z][a-z0-9-]*"));
    assertThat(code.code()).isEqualTo(code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void brokenCallersAreToldTheLimit() {
    ReportedStatistic statistic = ReportedStatistic.of("hand", Kind.MEAN, number("5"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> statistic.withSize(0))
        .withMessage("size must be at least 1 but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> statistic.ofWholeNumbers(0))
        .withMessage("items must be at least 1 but was 0");
  }

  private static ReportedStatistic correlation(int n) {
    return ReportedStatistic.of("R11", Kind.CORRELATION, number("-0.9"))
        .withInferredSize(n)
        .withP(PrintedProbability.parse("0.001"));
  }

  private static ReportedFinding only(ReportedStatistic statistic, FindingCode code) {
    List<ReportedFinding> findings = ConsistencyCheck.check(statistic);
    assertThat(findings).extracting(ReportedFinding::code).containsExactly(code);
    return findings.getFirst();
  }

  private static String shown(ReportedFinding finding, String key) {
    FindingValue value = finding.values().get(key);
    assertThat(value).isInstanceOf(Recomputed.class);
    return value instanceof Recomputed recomputed ? recomputed.shown().toPlainString() : "";
  }

  private static Map.Entry<String, FindingValue> value(String key, FindingValue value) {
    return Map.entry(key, value);
  }

  private static PrintedNumber number(String text) {
    return PrintedNumber.parse(text);
  }

  private static Printed printed(String text) {
    return new Printed(number(text));
  }

  private static Values values(String text) {
    return new Values(Arrays.stream(text.split(" ", -1)).map(BigDecimal::new).toList());
  }

  private static PrintedBounds range(String low, String high) {
    return new PrintedBounds(PrintedBounds.Kind.RANGE, number(low), number(high));
  }

  private static PrintedBounds quartiles(String low, String high) {
    return new PrintedBounds(PrintedBounds.Kind.INTERQUARTILE_RANGE, number(low), number(high));
  }
}
