package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.myocohort.statistics.Tolerance.P_VALUE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilcoxonSignedRankTest {

  /// R 4.2.2: wilcox.test(1:n, exact = TRUE)$p.value and wilcox.test(1:n, exact = FALSE, correct =
  /// FALSE)$p.value
  @ParameterizedTest(name = "n = {0}: exact {1}, approximate {2}")
  @CsvSource(
      textBlock =
          """
          2,  0.5,                0.17971249487899985
          3,  0.25,               0.10880943004054568
          6,  0.03125,            0.027707849358079861
          10, 0.001953125,        0.005062032126267867
          20, 1.9073486328125e-06, 8.8574576878635474e-05
          """)
  void pOfLikeSignsIsThatOfR(int n, double exact, double approximate) {
    assertThat(WilcoxonSignedRank.exactPOfLikeSigns(n)).isEqualTo(exact);
    assertThat(WilcoxonSignedRank.approximatePOfLikeSigns(n)).isCloseTo(approximate, P_VALUE);
  }

  @Test
  void oneDifferenceShowsNothing() {
    assertThat(WilcoxonSignedRank.exactPOfLikeSigns(1)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WilcoxonSignedRank.exactPOfLikeSigns(0))
        .withMessage("differences must be at least 1 but was 0");
  }
}
