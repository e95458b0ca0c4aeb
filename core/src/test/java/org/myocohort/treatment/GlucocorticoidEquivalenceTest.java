package org.myocohort.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GlucocorticoidEquivalenceTest {

  @ParameterizedTest(name = "{0} {1} mg is prednisone 5 mg")
  @CsvFileSource(resources = "glucocorticoid-equivalence.csv")
  void vocabularyHoldsTheStandardTable(
      String drug, BigDecimal milligrams, @Nullable String factor) {
    assertThat(GlucocorticoidEquivalence.isGlucocorticoid(drug)).isTrue();
    assertThat(GlucocorticoidEquivalence.equalToPrednisone5(drug).orElseThrow())
        .isEqualByComparingTo(milligrams);
    assertThat(
            GlucocorticoidEquivalence.prednisoneMilligrams(drug, milligrams)
                .orElseThrow()
                .setScale(10, RoundingMode.HALF_UP))
        .isEqualByComparingTo("5");
    if (factor != null) {
      assertThat(
              GlucocorticoidEquivalence.prednisoneMilligrams(drug, BigDecimal.ONE)
                  .orElseThrow()
                  .setScale(2, RoundingMode.HALF_UP))
          .isEqualByComparingTo(factor);
    }
  }

  @Test
  void otherDrugsHaveNoEquivalent() {
    assertThat(GlucocorticoidEquivalence.isGlucocorticoid("azathioprine")).isFalse();
    assertThat(GlucocorticoidEquivalence.prednisoneMilligrams("azathioprine", BigDecimal.ONE))
        .isEmpty();
  }
}
