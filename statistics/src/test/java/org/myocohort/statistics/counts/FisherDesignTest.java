package org.myocohort.statistics.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Expected numbers by R 4.2.2: `fisher.test` of every table of the design; the power is the sum of
/// `dbinom(a, n1, p1) * dbinom(b, n2, p2)` over the tables with p at most 0.05.
class FisherDesignTest {
  private static final Offset<Double> EXACT = within(1e-11);

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "3, 3, 0.1, 0, 0",
    "3, 4, 0.0285714285714, 0.1335449218750, 0.0456250000000",
    "4, 4, 0.0285714285714, 0.1001281738281, 0.0410125000000",
    "7, 8, 0.0001554001554, 0.4612992405891, 0.2319892500000",
    "10, 20, 3.32833916042e-08, 0.685293287206, 0.543062768377",
    "1, 5, 0.166666666667, 0, 0",
    "12, 3, 0.0021978021978, 0.2870730683208, 0.2277064131395"
  })
  void smallestPAndPowerAreThoseOfEveryTable(
      int first, int second, double smallest, double wide, double narrow) {
    assertThat(FisherDesign.smallestP(first, second)).isEqualTo(smallest, EXACT);
    assertThat(FisherDesign.power(first, second, 0.75, 0.25, 0.05).orElseThrow())
        .isEqualTo(wide, EXACT);
    assertThat(FisherDesign.power(first, second, 0.9, 0.5, 0.05).orElseThrow())
        .isEqualTo(narrow, EXACT);
  }

  @Test
  void smallestPOfMargins() {
    assertThat(FisherDesign.smallestP(3, 4, 5)).isEqualTo(0.1428571428571, EXACT);
    assertThat(FisherDesign.smallestP(7, 8, 14)).isEqualTo(0.4666666666667, EXACT);
    assertThat(FisherDesign.smallestP(3, 4, 7)).isEqualTo(1, EXACT);
    assertThat(FisherDesign.smallestP(0, 4)).isEqualTo(1, EXACT);
  }

  @ParameterizedTest
  @CsvSource({"1, 20, 9, 20, 2", "0, 4, 4, 4, 1", "10, 12, 1, 12, 4", "2, 50, 12, 50, 2"})
  void fragilityCountsTheParticipantsThatPRestsOn(int a, int first, int b, int second, int index) {
    assertThat(FisherDesign.fragility(a, first, b, second, 0.05)).hasValue(index);
  }

  @Test
  void whatIsNotSignificantHasNoFragility() {
    assertThat(FisherDesign.fragility(3, 3, 0, 3, 0.05)).isEmpty();
  }

  @Test
  void aDesignWithTooManyTablesHasNoPower() {
    assertThat(FisherDesign.power(600, 600, 0.5, 0.4, 0.05)).isEmpty();
  }

  @Test
  void sizesBelowZeroAreRefused() {
    assertThatThrownBy(() -> FisherDesign.smallestP(-1, 4)).hasMessageContaining("-1");
  }
}
