package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.myocohort.statistics.Tolerance.ESTIMATE;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  /// R 4.2.2: x <- c(66, 55, 54, 60, 54, 55, 65); mean(x); median(x); sd(x)
  @Test
  void descriptivesAreThoseOfR() {
    Sample sample = Sample.of(List.of(66, 55, 54, 60, 54, 55, 65));
    assertThat(sample.count()).isEqualTo(7);
    assertThat(sample.mean()).isCloseTo(58.42857142857143, ESTIMATE);
    assertThat(sample.median()).isEqualTo(55);
    assertThat(sample.minimum()).isEqualTo(54);
    assertThat(sample.maximum()).isEqualTo(66);
    assertThat(sample.standardDeviation().orElseThrow()).isCloseTo(5.255382728122436, ESTIMATE);
  }

  /// R 4.2.2: sd(c(1e9 + 1, 1e9 + 2, 1e9 + 4)); a sum of squares in one pass would give 0 or worse.
  @Test
  void standardDeviationHoldsFarFromZero() {
    Sample sample = Sample.of(1e9 + 1, 1e9 + 2, 1e9 + 4);
    assertThat(sample.standardDeviation().orElseThrow()).isCloseTo(1.5275252316519474, ESTIMATE);
  }

  @Test
  void oneValueHasNoStandardDeviation() {
    assertThat(Sample.of(3).standardDeviation()).isEmpty();
    assertThat(Sample.of(3, 3).standardDeviation()).hasValue(0);
  }

  /// R 4.2.2: quantile(c(1, 4), c(.25, .75), type = 4) is 1 and 2.5; its 0.5 quantile would be 1.
  @Test
  void quartilesCarryTheirMethodAndTheOrdinaryMedian() {
    Quartiles quartiles =
        Sample.of(4, 1).quartiles(QuantileMethod.INTERPOLATED_INVERTED_DISTRIBUTION);
    assertThat(quartiles)
        .isEqualTo(new Quartiles(QuantileMethod.INTERPOLATED_INVERTED_DISTRIBUTION, 1, 2.5, 2.5));
    assertThat(quartiles.interquartileRange()).isEqualTo(1.5);
  }

  @Test
  void aSampleIsACopyInAscendingOrder() {
    double[] values = {3, 1, 2};
    Sample sample = Sample.of(values);
    values[0] = 99;
    sample.sorted()[0] = 99;
    assertThat(sample.sorted()).containsExactly(1, 2, 3);
  }

  @Test
  void anEmptyOrInfiniteSampleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of())
        .withMessage("a sample needs at least 1 value but got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(1, Double.POSITIVE_INFINITY))
        .withMessage("values must be finite but one was Infinity");
  }
}
