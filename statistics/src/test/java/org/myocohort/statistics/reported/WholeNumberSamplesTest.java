package org.myocohort.statistics.reported;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumberSamplesTest {
  private static final int SQUARES = 120;

  record Moments(long sum, long squares) {}

  /// Against every sample of n whole numbers with sum of squares up to 120, built one by one.
  @ParameterizedTest(name = "n = {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9})
  void theSearchAgreesWithEnumeration(int n) {
    Set<Moments> reachable = new HashSet<>();
    reachable.add(new Moments(0, 0));
    for (int i = 0; i < n; i++) {
      Set<Moments> next = new HashSet<>();
      for (Moments moments : reachable) {
        for (long x = -11; x <= 11; x++) {
          if (moments.squares() + x * x <= SQUARES) {
            next.add(new Moments(moments.sum() + x, moments.squares() + x * x));
          }
        }
      }
      reachable = next;
    }
    for (long sum = -n; sum <= 2L * n; sum++) {
      for (long squares = 0; squares <= SQUARES; squares++) {
        assertThat(WholeNumberSamples.exists(n, sum, squares))
            .as("n %s, sum %s, squares %s", n, sum, squares)
            .isEqualTo(reachable.contains(new Moments(sum, squares)));
      }
    }
  }

  /// From five numbers on, order and parity decide; the search relies on it to be quick.
  @Test
  void fiveNumbersReachEverySumOfSquaresOfRightSizeAndParity() {
    for (long sum = 0; sum < 5; sum++) {
      for (long squares = sum; squares <= 2000; squares += 2) {
        assertThat(WholeNumberSamples.exists(5, sum, squares))
            .as("sum %s, squares %s", sum, squares)
            .isTrue();
      }
    }
  }

  /// Four numbers with sum 0 have 28 as sum of squares in no way: 4 * 28 = 4^2 * 7.
  @Test
  void parityAndSizeAreNotEnoughForFour() {
    assertThat(WholeNumberSamples.exists(4, 0, 28)).isFalse();
    assertThat(WholeNumberSamples.exists(4, 0, 26)).isTrue();
  }

  @ParameterizedTest(name = "mean {0}, sd {1}, n = {2}: {3}")
  @CsvSource(
      textBlock =
          """
          # the sample of seven and its deviation (R 4.2.2: sd is 5.2553827)
          58.43, 5.26,  7,    true
          58.43, 5.27,  7,    false
          # too many sums, or too large a deviation, to say anything
          100,   15,    5000, true
          5.0,   2e6,   3,    true
          # two numbers: the deviation is half their distance times the root of two
          0.5,   0.71,  2,    true
          0.5,   0.90,  2,    false
          # all equal
          4.00,  0.00,  6,    true
          -4.50, 0.71,  2,    true
          """)
  void meansAndDeviationsOfWholeNumbers(String mean, String sd, int n, boolean possible) {
    WholeNumberSamples.Answer answer =
        WholeNumberSamples.search(
            PrintedNumber.parse(mean).rounded(), PrintedNumber.parse(sd).rounded(), n);
    assertThat(answer.possible()).isEqualTo(possible);
  }
}
