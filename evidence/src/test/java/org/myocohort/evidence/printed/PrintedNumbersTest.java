package org.myocohort.evidence.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedNumbersTest {
  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mean=2\u2009559 pg/ml         | 2559   | true
          mean=2\u2009559 pg/ml         | 2595   | false
          mean=2 559 pg/ml              | 2559   | true
          mean 2,559                    | 2559   | true
          mean 2,559                    | 2.559  | true
          12.0 (3)                      | 12     | true
          R=\u22120.9                   | -0.9   | true
          R=\u22120.9                   | 0.9    | false
          range 467\u20136937           | 6937   | true
          (95% CI \u22120.2\u20130.5)   | -0.2   | true
          (95% CI \u22120.2\u20130.5)   | 0.5    | true
          seven of fifteen patients     | 15     | true
          seven of fifteen patients     | 5      | false
          46.7%                         | 0.467  | true
          46.7 mg                       | 0.467  | false
          46,7 %                        | 46.7   | true
          7/15                          | 7      | true
          17/15                         | 7      | false
          in 7 15 200 patients          | 15200  | true
          """)
  void aTypedNumberMustStandInThePrintedString(String printed, BigDecimal typed, boolean holds) {
    assertThat(PrintedNumbers.in(printed).hold(typed)).isEqualTo(holds);
  }

  @Test
  void eventsMayBeWhatAPercentageIs() {
    assertThat(PrintedNumbers.in("46.7% responded").holdShare(7, 15)).isTrue();
    assertThat(PrintedNumbers.in("46.6% responded").holdShare(7, 15)).as("cut off").isTrue();
    assertThat(PrintedNumbers.in("47.7% responded").holdShare(7, 15)).isFalse();
    assertThat(PrintedNumbers.in("46.7 responded").holdShare(7, 15)).isFalse();
    assertThat(PrintedNumbers.in("46.7% responded").holdShare(0, 0)).isFalse();
  }
}
