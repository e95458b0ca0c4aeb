package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.reported.ReportedInterval.Scale;

/// Numbers that are printed together: tests, proportions, means, intervals, shares, parts.
class PrintedTogetherTest {
  private static final double P_VALUE = 1e-7;

  /// The p of single statistics, from the tables of evidence of statcheck 1.4.0 and R 4.2.2: `2 *
  /// pt(-2.2, 28)`, `pf(13.18, 2, 28, lower = FALSE)`, `pchisq(3.84, 1, lower = FALSE)`, `2 *
  /// pnorm(-1.96)`, `cor.test` with r = -.9 of 6 pairs.
  @ParameterizedTest
  @CsvSource({
    "T, 2.20, 28, 0, 0.036225",
    "F, 13.18, 2, 28, 0.000093",
    "CHI_SQUARED, 3.84, 1, 0, 0.050044",
    "Z, 1.96, 0, 0, 0.049996",
    "R, -0.90, 4, 0, 0.014500"
  })
  void aTestsOwnP(ReportedTest.Kind kind, String value, double df, double df2, double p) {
    PrintedNumber number = PrintedNumber.parse(value);
    ReportedTest test =
        new ReportedTest("1", kind, value, number, df, df2, PrintedProbability.parse(".5"), false);
    assertThat(test.twoSided(number.value().abs().doubleValue())).isCloseTo(p, within(5e-7));
  }

  /// Fisher's tea: three of four against one of four, R: `fisher.test` gives 0.4857143. Pearson by
  /// hand: 8 (3*3-1*1)^2 / 4^4 = 2, p 0.1572992; with the correction 0.5, p 0.4795001.
  @Test
  void threeTestsOfTwoProportions() {
    ReportedProportions tea =
        new ReportedProportions("1", 3, 4, 1, 4, PrintedProbability.parse("0.49"));
    assertThat(tea.fisher()).isCloseTo(0.4857142857, within(P_VALUE));
    assertThat(tea.chiSquared(0)).isCloseTo(0.1572992071, within(P_VALUE));
    assertThat(tea.chiSquared(0.5)).isCloseTo(0.4795001222, within(P_VALUE));
    assertThat(tea.check()).isEmpty();
    assertThat(new ReportedProportions("1", 3, 4, 1, 4, PrintedProbability.parse("0.03")).check())
        .get()
        .extracting(ReportedFinding::code)
        .isEqualTo(FindingCode.P_FROM_PROPORTIONS);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # t = 2.0 / sqrt(9/20 + 16/22): Welch p 0.0725, pooled 0.0764
          12.0, 3.0, 20, 10.0, 4.0, 22, 0.07,    -
          12.0, 3.0, 20, 10.0, 4.0, 22, 0.30,    p-from-means
          # as standard errors t = 2 / 5 = 0.4
          12.0, 3.0, 20, 10.0, 4.0, 22, 0.69,    sd-as-standard-error
          12.0, 3.0, 20, 10.0, 4.0, 22, <0.001,  p-from-means
          """)
  void twoMeans(
      String mean1,
      String sd1,
      int n1,
      String mean2,
      String sd2,
      int n2,
      String p,
      @Nullable String code) {
    ReportedMeans means =
        new ReportedMeans(
            "1",
            new ReportedMeans.Group(PrintedNumber.parse(mean1), PrintedNumber.parse(sd1), n1),
            new ReportedMeans.Group(PrintedNumber.parse(mean2), PrintedNumber.parse(sd2), n2),
            PrintedProbability.parse(p));
    assertThat(means.check().map(finding -> finding.code().code()).orElse(null)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          RATIO,      0.52, 0.31, 0.87, 0.01,   -
          RATIO,      0.52, 0.31, 0.87, -,      -
          RATIO,      0.52, 0.31, 0.87, 0.30,   p-against-interval
          RATIO,      1.20, 0.90, 1.60, 0.01,   p-against-interval
          RATIO,      0.40, 0.31, 0.87, -,      interval-not-symmetric
          RATIO,      0.95, 0.31, 0.87, -,      estimate-outside-interval
          RATIO,      0.52, 0.87, 0.31, -,      bounds-reversed
          RATIO,      0.02, 0.00, 0.87, -,      -
          # rounding: 1.0 may lie on either side of 1
          RATIO,      1.4,  1.0,  2.0,  0.04,   -
          RATIO,      1.4,  1.0,  2.0,  0.06,   -
          DIFFERENCE, 2.0,  0.4,  3.6,  0.014,  -
          DIFFERENCE, 2.0,  0.4,  3.6,  0.20,   p-against-interval
          DIFFERENCE, 2.0,  -0.4, 4.4,  0.10,   -
          """)
  void anEstimateAndItsInterval(
      Scale scale,
      String value,
      String low,
      String high,
      @Nullable String p,
      @Nullable String code) {
    ReportedInterval interval =
        new ReportedInterval(
            "1",
            scale,
            PrintedNumber.parse(value),
            new PrintedBounds(
                PrintedBounds.Kind.CONFIDENCE_INTERVAL,
                PrintedNumber.parse(low),
                PrintedNumber.parse(high)),
            p == null ? null : PrintedProbability.parse(p));
    assertThat(interval.check())
        .extracting(finding -> finding.code().code())
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          7,  15, 46.7, -
          7,  15, 46.6, -
          7,  15, 51,   percent-of-count
          7,  15, 47,   -
          16, 15, 107,  percent-outside-limits
          16, 15, 93,   count-exceeds-n
          23, -,  46,   -
          # 23 / 0.4675 = 49.2, 23 / 0.4665 = 49.3: no whole size between
          23, -,  46.7, share-of-no-size
          7,  -,  51,   share-of-no-size
          0,  -,  0,    -
          5,  -,  0,    -
          """)
  void aCountItsSizeAndItsPercentage(
      int count, @Nullable Integer n, String percent, @Nullable String code) {
    assertThat(
            new ReportedShare("1", count, n, PrintedNumber.parse(percent))
                .check()
                .map(finding -> finding.code().code())
                .orElse(null))
        .isEqualTo(code);
  }

  /// Against every count of every size: a share that exists is never said not to.
  @Test
  void sharesThatExistAreNeverFound() {
    for (int n = 1; n <= 120; n++) {
      for (int count = 0; count <= n; count++) {
        for (int decimals = 0; decimals <= 1; decimals++) {
          PrintedNumber percent =
              PrintedNumber.parse(
                  new BigDecimal(100 * count)
                      .divide(new BigDecimal(n), decimals, RoundingMode.HALF_UP)
                      .toPlainString());
          assertThat(new ReportedShare("1", count, n, percent).check()).isEmpty();
          assertThat(new ReportedShare("1", count, null, percent).check()).isEmpty();
        }
      }
    }
  }

  @Test
  void partsAddUpToTheWhole() {
    assertThat(PartsOfWhole.sizes("1", 120, List.of(60, 60))).isEmpty();
    assertThat(PartsOfWhole.sizes("1", 120, List.of(60, 58))).isPresent();
    assertThat(PartsOfWhole.percentages("1", numbers("33.3", "33.3", "33.3"))).isEmpty();
    assertThat(PartsOfWhole.percentages("1", numbers("60", "42"))).isPresent();
    assertThat(PartsOfWhole.percentages("1", numbers("60", "41"))).isEmpty();
  }

  @Test
  void wordsForAShare() {
    assertThat(WordedShare.MORE_THAN_HALF.fits(8, 15)).isTrue();
    assertThat(WordedShare.MORE_THAN_HALF.fits(7, 14)).isFalse();
    assertThat(WordedShare.LESS_THAN_HALF.fits(7, 15)).isTrue();
    assertThat(WordedShare.LESS_THAN_HALF.fits(7, 14)).isFalse();
    assertThat(WordedShare.ALL.fits(7, 7)).isTrue();
    assertThat(WordedShare.ALL.fits(6, 7)).isFalse();
    assertThat(WordedShare.NONE.fits(0, 7)).isTrue();
    assertThat(WordedShare.NONE.fits(1, 7)).isFalse();
  }

  /// The abstract's r = -0.9, p = 0.001: p 0.00575 of 7, 0.0023 of 8, 0.00094 of 9, 0.00039 of 10.
  @Test
  void aCorrelationWithoutItsSizeIsAskedForTheSizesNear() {
    assertThat(correlation(15, 9, 6)).isNull();
    assertThat(correlation(15, 8)).isEqualTo(FindingCode.P_FROM_CORRELATION_SIZES_ASKED);
    assertThat(correlation(6, 6, 5)).isEqualTo(FindingCode.P_FROM_CORRELATION_SIZES);
    assertThat(correlation(15)).isNull();
    ReportedFinding finding =
        CorrelationSizes.check(
                "1",
                PrintedNumber.parse("-0.9"),
                PrintedProbability.parse("0.001"),
                List.of(6, 8),
                15)
            .orElseThrow();
    assertThat(finding.values())
        .containsEntry(
            "sizes",
            new FindingValue.Text(
                "n = 6: p = 0.0145 (0.00369\u20130.0321); n = 8: p = 0.00232 (0.000301\u20130.00752)"))
        .containsEntry("n-as-printed", new FindingValue.Text("9"))
        .containsEntry("n-by-rounding", new FindingValue.Text("7\u201311"));
  }

  private static @Nullable FindingCode correlation(int greatest, Integer... near) {
    return CorrelationSizes.check(
            "1",
            PrintedNumber.parse("-0.9"),
            PrintedProbability.parse("0.001"),
            List.of(near),
            greatest)
        .map(ReportedFinding::code)
        .orElse(null);
  }

  @Test
  void theTwoSamplesOfSevenOnAScaleOfThree() {
    SampleReconstruction samples =
        SampleReconstruction.of(number("1.86"), number("0.90"), 7, 0, 3, 100);
    assertThat(samples.complete()).isTrue();
    assertThat(samples.samples())
        .containsExactly(List.of(0, 2, 2, 2, 2, 2, 3), List.of(1, 1, 1, 2, 2, 3, 3));
  }

  /// Against every ascending sample of five numbers from -2 to 3, built one by one.
  @Test
  void everySampleIsFoundAndNoOther() {
    for (String mean : List.of("0.40", "1.0", "-1.2")) {
      for (String sd : List.of("0.89", "1.6", "0.4")) {
        Set<List<Integer>> expected = new HashSet<>();
        collect(new ArrayList<>(), number(mean), number(sd), expected);
        assertThat(SampleReconstruction.of(number(mean), number(sd), 5, -2, 3, 1000).samples())
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static void collect(
      List<Integer> chosen, PrintedNumber mean, PrintedNumber sd, Set<List<Integer>> found) {
    if (chosen.size() == 5) {
      double[] values = chosen.stream().mapToDouble(x -> x).toArray();
      double m = Arrays.stream(values).average().orElseThrow();
      double s = Math.sqrt(Arrays.stream(values).map(x -> (x - m) * (x - m)).sum() / 4);
      if (Math.abs(m - mean.value().doubleValue()) <= mean.halfUnit().doubleValue() + 1e-9
          && Math.abs(s - sd.value().doubleValue()) <= sd.halfUnit().doubleValue() + 1e-9) {
        found.add(List.copyOf(chosen));
      }
      return;
    }
    for (int x = chosen.isEmpty() ? -2 : chosen.getLast(); x <= 3; x++) {
      chosen.add(x);
      collect(chosen, mean, sd, found);
      chosen.removeLast();
    }
  }

  @Test
  void aSearchThatStopsEarlySaysSo() {
    SampleReconstruction some = SampleReconstruction.of(number("5"), number("2"), 20, 0, 10, 3);
    assertThat(some.samples()).hasSize(3);
    assertThat(some.complete()).isFalse();
  }

  /// The ages of the seven patients of the letter's table.
  @Test
  void theDefinitionsThatGivePrintedQuartiles() {
    double[] ages = {66, 55, 54, 60, 54, 55, 65};
    assertThat(PossibleQuartiles.of(ages, number("54.5"), number("62.5")))
        .contains(QuantileMethod.LINEAR)
        .doesNotContain(QuantileMethod.WEIBULL);
    assertThat(PossibleQuartiles.of(ages, number("54"), number("65")))
        .contains(QuantileMethod.WEIBULL, QuantileMethod.AVERAGED_INVERTED_DISTRIBUTION)
        .doesNotContain(QuantileMethod.LINEAR);
    assertThat(PossibleQuartiles.of(ages, number("50"), number("65"))).isEmpty();
  }

  /// Ten like-signed pairs: 0.00506 by the normal approximation, 0.00195 exactly.
  @Test
  void thePOfLikeSigns() {
    assertThat(LikeSigns.check("1", PrintedProbability.parse("0.005"), 10)).isPresent();
    assertThat(LikeSigns.check("1", PrintedProbability.parse("0.005"), 11)).isEmpty();
    assertThat(LikeSigns.check("1", PrintedProbability.parse("0.002"), 10)).isEmpty();
    assertThat(LikeSigns.check("1", PrintedProbability.parse("<0.005"), 10)).isEmpty();
    assertThat(LikeSigns.check("1", PrintedProbability.parse("0.01"), 10)).isEmpty();
  }

  private static List<PrintedNumber> numbers(String... texts) {
    return Arrays.stream(texts).map(PrintedNumber::parse).toList();
  }

  private static PrintedNumber number(String text) {
    return PrintedNumber.parse(text);
  }
}
