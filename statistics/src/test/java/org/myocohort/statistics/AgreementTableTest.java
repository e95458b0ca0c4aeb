package org.myocohort.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.myocohort.statistics.Tolerance.ESTIMATE;

import org.junit.jupiter.api.Test;
import org.myocohort.statistics.AgreementTable.Coefficient;

class AgreementTableTest {
  private static final AgreementTable SKEWED = AgreementTable.of(new int[][] {{118, 5}, {2, 0}});
  private static final AgreementTable EVEN = AgreementTable.of(new int[][] {{40, 5}, {10, 45}});
  private static final AgreementTable THREE =
      AgreementTable.of(new int[][] {{44, 7, 9}, {5, 20, 2}, {1, 3, 6}});

  /// R 4.2.2, vcd 1.4-11: Kappa(matrix)$Unweighted and confint(Kappa(matrix)).
  @Test
  void kappaIsThatOfR() {
    Coefficient skewed = SKEWED.cohenKappa(0.95).orElseThrow();
    assertThat(skewed.estimate()).isCloseTo(-0.023391812865496, ESTIMATE);
    assertThat(skewed.standardError()).isCloseTo(0.012286756672845, ESTIMATE);
    assertThat(skewed.interval().lower()).isCloseTo(-0.0474734134311, ESTIMATE);
    assertThat(skewed.interval().upper()).isCloseTo(0.000689787700088, ESTIMATE);
    Coefficient even = EVEN.cohenKappa(0.95).orElseThrow();
    assertThat(even.estimate()).isCloseTo(0.7, ESTIMATE);
    assertThat(even.standardError()).isCloseTo(0.071056315693962, ESTIMATE);
    Coefficient three = THREE.cohenKappa(0.95).orElseThrow();
    assertThat(three.estimate()).isCloseTo(0.517590716522380, ESTIMATE);
    assertThat(three.standardError()).isCloseTo(0.074647704140957, ESTIMATE);
    assertThat(three.interval().upper()).isCloseTo(0.6638975281673, ESTIMATE);
  }

  /// From the definition in R 4.2.2; the standard errors by the delta method with a numerical
  /// gradient, which knows nothing of the closed form.
  @Test
  void ac1IsThatOfItsDefinition() {
    assertThat(SKEWED.gwetAc1(0.95).estimate()).isCloseTo(0.940776337609, ESTIMATE);
    assertThat(SKEWED.gwetAc1(0.95).standardError()).isCloseTo(0.022964551249, offset(1e-8));
    assertThat(EVEN.gwetAc1(0.95).estimate()).isCloseTo(0.700748129676, ESTIMATE);
    assertThat(EVEN.gwetAc1(0.95).standardError()).isCloseTo(0.071351803357, offset(1e-8));
    assertThat(THREE.gwetAc1(0.95).estimate()).isCloseTo(0.609934095394, ESTIMATE);
    assertThat(THREE.gwetAc1(0.95).standardError()).isCloseTo(0.066451455453, offset(1e-8));
  }

  @Test
  void fullAgreementOnOneClassHasNoKappa() {
    AgreementTable same = AgreementTable.of(new int[][] {{50, 0}, {0, 0}});
    assertThat(same.cohenKappa(0.95)).isEmpty();
    assertThat(same.gwetAc1(0.95).estimate()).isEqualTo(1);
    assertThat(same.gwetAc1(0.95).interval()).isEqualTo(new ConfidenceInterval(1, 1, 0.95));
  }

  @Test
  void theRatersCanBeSwapped() {
    AgreementTable swapped = AgreementTable.of(new int[][] {{44, 5, 1}, {7, 20, 3}, {9, 2, 6}});
    assertThat(swapped.cohenKappa(0.9).orElseThrow().standardError())
        .isCloseTo(THREE.cohenKappa(0.9).orElseThrow().standardError(), ESTIMATE);
    assertThat(swapped.gwetAc1(0.9).standardError())
        .isCloseTo(THREE.gwetAc1(0.9).standardError(), ESTIMATE);
  }

  @Test
  void impossibleTablesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgreementTable.of(new int[][] {{1}}))
        .withMessage("classes must be at least 2 but were 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgreementTable.of(new int[][] {{1, 2}, {3}}))
        .withMessage("row 1 must have 2 counts but had 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgreementTable.of(new int[][] {{0, 0}, {0, 0}}))
        .withMessage("subjects must be at least 1 but were 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AgreementTable.of(new int[][] {{3, 0}, {-1, 0}}))
        .withMessage("a count must be at least 0 but was -1");
  }
}
