package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoProportionsTest {
  /// R 4.3: `fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2))$p.value`.
  @ParameterizedTest
  @CsvSource({"3,3,7,15,0.2156863", "13,30,11,22,0.7794552", "5,9,4,9,1", "0,4,0,9,1"})
  void exactProbabilitiesAgreeWithTheReference(int x1, int n1, int x2, int n2, double p) {
    assertThat(new TwoProportions(x1, n1, x2, n2).fisher()).isCloseTo(p, within(1e-7));
  }

  /// Newcombe 1998, table II, method 10, its first example.
  @Test
  void theIntervalOfTheDifferenceIsThePublishedOne() {
    TwoProportions two = new TwoProportions(56, 70, 48, 80);
    assertThat(two.difference()).isCloseTo(0.2, within(1e-12));
    assertThat(two.interval(0.95).lower()).isCloseTo(0.0524, within(5e-5));
    assertThat(two.interval(0.95).upper()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void theOrderOfTheGroupsTurnsTheDifferenceOnly() {
    TwoProportions one = new TwoProportions(3, 3, 7, 15);
    TwoProportions other = new TwoProportions(7, 15, 3, 3);
    assertThat(one.interval(0.95).lower()).isCloseTo(-other.interval(0.95).upper(), within(1e-12));
    assertThat(one.fisher()).isCloseTo(other.fisher(), within(1e-12));
  }

  @Test
  void moreEventsThanParticipantsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TwoProportions(4, 3, 1, 2));
  }
}
