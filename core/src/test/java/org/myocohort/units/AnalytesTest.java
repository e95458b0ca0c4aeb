package org.myocohort.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalytesTest {
  /// Creatinine: 1 mg/dL is 88.4 umol/L (113.12 g/mol). Triglycerides: the HScore paper prints 1.5
  /// mmol/L as 132.7 mg/dL and 4 mmol/L as 354 mg/dL, within the rounding of its own factor.
  @ParameterizedTest(name = "{1} {2} of {0} is about {4} {3}")
  @CsvSource(
      textBlock =
          """
          creatinine,    1,   mg/dL,  umol/L, 88.4,  0.05
          creatinine,    88.4, umol/L, mg/dL, 1,     0.001
          triglycerides, 1.5, mmol/L, mg/dL,  132.7, 0.2
          triglycerides, 354, mg/dL,  mmol/L, 4,     0.01
          """)
  void massAndSubstanceConvertByTheMolarMass(
      String code,
      BigDecimal value,
      String from,
      String to,
      BigDecimal expected,
      BigDecimal within) {
    assertThat(Analytes.convert(code, value, from, to).orElseThrow())
        .isBetween(expected.subtract(within), expected.add(within));
  }

  @ParameterizedTest
  @CsvSource({"crp, mmol/L, mg/L", "creatinine, U/L, mg/dL", "ferritin, pmol/L, ng/mL"})
  void nothingElseConvertsBetweenMassAndSubstance(String code, String from, String to) {
    assertThat(Analytes.convert(code, BigDecimal.ONE, from, to)).isEmpty();
  }
}
