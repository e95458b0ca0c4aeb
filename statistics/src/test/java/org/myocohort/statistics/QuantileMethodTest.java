package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.myocohort.statistics.Tolerance.ESTIMATE;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantileMethodTest {

  /// R 4.2.2: quantile(x, c(.1, .25, .5, .75, .9), type = t, names = FALSE)
  @ParameterizedTest(name = "type {1} of {0}")
  @CsvSource(
      textBlock =
          """
          8 3 21 1.5 13 5 2 34 1 89, 1, 1 2 5 21 34
          8 3 21 1.5 13 5 2 34 1 89, 2, 1.25 2 6.5 21 61.5
          8 3 21 1.5 13 5 2 34 1 89, 3, 1 1.5 5 21 34
          8 3 21 1.5 13 5 2 34 1 89, 4, 1 1.75 5 17 34
          8 3 21 1.5 13 5 2 34 1 89, 5, 1.25 2 6.5 21 61.5
          8 3 21 1.5 13 5 2 34 1 89, 6, 1.05 1.875 6.5 24.25 83.5
          8 3 21 1.5 13 5 2 34 1 89, 7, 1.45 2.25 6.5 19 39.5
          8 3 21 1.5 13 5 2 34 1 89, 8, 1.18333333333333 1.95833333333333 6.5 22.08333333333332 68.83333333333331
          8 3 21 1.5 13 5 2 34 1 89, 9, 1.2 1.96875 6.5 21.8125 67
          66 55 54 60 54 55 65, 1, 54 54 55 65 66
          66 55 54 60 54 55 65, 2, 54 54 55 65 66
          66 55 54 60 54 55 65, 3, 54 54 55 60 65
          66 55 54 60 54 55 65, 4, 54 54 55 61.25 65.3
          66 55 54 60 54 55 65, 5, 54 54.25 55 63.75 65.8
          66 55 54 60 54 55 65, 6, 54 54 55 65 66
          66 55 54 60 54 55 65, 7, 54 54.5 55 62.5 65.4
          66 55 54 60 54 55 65, 8, 54 54.1666666666667 55 64.1666666666667 65.9333333333333
          66 55 54 60 54 55 65, 9, 54 54.1875 55 64.0625 65.9
          50 75 80, 1, 50 50 75 80 80
          50 75 80, 2, 50 50 75 80 80
          50 75 80, 3, 50 50 75 75 80
          50 75 80, 4, 50 50 62.5 76.25 78.5
          50 75 80, 5, 50 56.25 75 78.75 80
          50 75 80, 6, 50 50 75 80 80
          50 75 80, 7, 55 62.5 75 77.5 79
          50 75 80, 8, 50 54.1666666666667 75 79.1666666666667 80
          50 75 80, 9, 50 54.6875 75 79.0625 80
          1 4, 1, 1 1 1 4 4
          1 4, 2, 1 1 2.5 4 4
          1 4, 3, 1 1 1 4 4
          1 4, 4, 1 1 1 2.5 3.4
          1 4, 5, 1 1 2.5 4 4
          1 4, 6, 1 1 2.5 4 4
          1 4, 7, 1.3 1.75 2.5 3.25 3.7
          1 4, 8, 1 1 2.5 4 4
          1 4, 9, 1 1 2.5 4 4
          """)
  void quantilesAreThoseOfR(String values, int type, String expected) {
    double[] x = numbers(values);
    double[] p = {0.1, 0.25, 0.5, 0.75, 0.9};
    double[] quantiles = numbers(expected);
    for (int i = 0; i < p.length; i++) {
      assertThat(QuantileMethod.ofType(type).quantile(x, p[i]))
          .as("p = %s", p[i])
          .isCloseTo(quantiles[i], ESTIMATE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void quantilesOfOneValueAreThatValue(QuantileMethod method) {
    assertThat(method.quantile(new double[] {7}, 0)).isEqualTo(7);
    assertThat(method.quantile(new double[] {7}, 0.25)).isEqualTo(7);
    assertThat(method.quantile(new double[] {7}, 1)).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void quantilesNeverFallAsPRises(QuantileMethod method) {
    long seed = 20261122;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int trial = 0; trial < 200; trial++) {
      double[] x = random.doubles(1 + random.nextInt(12)).toArray();
      double previous = Double.NEGATIVE_INFINITY;
      for (int step = 0; step <= 40; step++) {
        double quantile = method.quantile(x, step / 40.0);
        assertThat(quantile)
            .as("seed %s, %s", seed, Arrays.toString(x))
            .isGreaterThanOrEqualTo(previous);
        previous = quantile;
      }
    }
  }

  @Test
  void theValuesAreNotChanged() {
    double[] x = {3, 1, 2};
    double unused = QuantileMethod.WEIBULL.quantile(x, 0.5);
    assertThat(unused).isEqualTo(2);
    assertThat(x).containsExactly(3, 1, 2);
  }

  @ParameterizedTest(name = "type {3}: {1} ({0}-{2}) is {4}")
  @CsvSource(
      textBlock =
          """
          # types 6 and 7: instruments, section 12 item 7; each is summarised back by R's quantile above
          50, 75, 80, 6, 50 75 80
          50, 75, 80, 7, 25 75 85
          5,   8,  9, 6, 5 8 9
          5,   8,  9, 7, 2 8 10
          # by hand from the positions 0.75 and 2.25 (types 1, 2, 4), 1.25 and 2.75 (type 5)
          50, 75, 80, 1, 50 75 80
          50, 75, 80, 2, 50 75 80
          50, 75, 80, 4, 50 75 95
          # 75 - 15/(3/4) = 55, 75 + 6/(3/4) = 83
          60, 75, 81, 5, 55 75 83
          # positions 7/6 and 17/6: 75 - 25/(5/6) = 45, 75 + 5/(5/6) = 81
          50, 75, 80, 8, 45 75 81
          # positions 19/16 and 45/16: 75 - 26/(13/16) = 43, 75 + 13/(13/16) = 91
          49, 75, 88, 9, 43 75 91
          # decimals stay exact
          0.1, 0.2, 0.7, 7, 0.0 0.2 1.2
          # nothing to tell apart
          4, 4, 4, 7, 4 4 4
          """)
  void threeValuesFollowFromTheirQuartiles(
      BigDecimal q1, BigDecimal median, BigDecimal q3, int type, String expected) {
    QuantileMethod method = QuantileMethod.ofType(type);
    List<BigDecimal> values = method.valuesOfThree(q1, median, q3).orElseThrow();
    assertThat(values)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(
            Arrays.stream(expected.split(" ")).map(BigDecimal::new).toList());
    double[] x = values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    assertThat(method.quantile(x, 0.25)).isCloseTo(q1.doubleValue(), ESTIMATE);
    assertThat(method.quantile(x, 0.75)).isCloseTo(q3.doubleValue(), ESTIMATE);
  }

  @Test
  void typeThreeLeavesTheLargestOfThreeOpen() {
    BigDecimal q1 = new BigDecimal("50");
    BigDecimal median = new BigDecimal("75");
    BigDecimal q3 = new BigDecimal("80");
    assertThat(QuantileMethod.CLOSEST_OBSERVATION.valuesOfThree(q1, median, q3)).isEmpty();
    assertThat(QuantileMethod.possibleForThree(q1, median, q3))
        .hasSize(8)
        .doesNotContain(QuantileMethod.CLOSEST_OBSERVATION);
    assertThat(QuantileMethod.possibleForThree(q1, median, median))
        .containsExactly(QuantileMethod.values());
  }

  @Test
  void unusableArgumentsAreRefusedWithTheirLimit() {
    QuantileMethod method = QuantileMethod.LINEAR;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.quantile(new double[0], 0.5))
        .withMessage("a quantile needs at least 1 value but got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.quantile(new double[] {1}, Double.NaN))
        .withMessage("p must be in [0, 1] but was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.quantile(new double[] {1, Double.NaN}, 0.5))
        .withMessage("values must be finite but one was NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantileMethod.ofType(10))
        .withMessage("quantile type must be in [1, 9] but was 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.valuesOfThree(BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TWO))
        .withMessage("quartiles must be in order but were 10, 1, 2");
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
