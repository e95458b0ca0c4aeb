package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.vocabulary.Vocabulary;

class UnitsTest {
  /// By the definitions of the units.
  @ParameterizedTest(name = "{0} {1} is {3} {2}")
  @CsvSource(
      textBlock =
          """
          4.2,     mg/dL,    mg/L,    42
          12.5,    ukat/L,   U/L,     750
          7.123456789, g/L,  g/dL,    0.7123456789
          350,     10*3/uL,  10*9/L,  350
          1500,    /uL,      10*9/L,  1.5
          812,     ug/L,     ng/mL,   812
          150,     '[lb_av]', kg,     68.0388555
          37.5,    Cel,      Cel,     37.5
          5,       'mm/h',   'mm/h',  5
          """)
  void anAmountConvertsWithAllItsDigits(
      BigDecimal amount, String from, String to, BigDecimal expected) {
    assertThat(Units.convert(amount, from, to).orElseThrow()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "mmol/L, mg/L",
    "mm, mm/h",
    "[IU]/L, U/L",
    "pills, mg",
    "'', mg",
    "mg, ''",
    "IU/L, U/L"
  })
  void unitsOfDifferentThingsDoNotConvert(String from, String to) {
    assertThat(Units.convert(BigDecimal.ONE, from, to)).isEmpty();
    assertThat(Units.converts(from, to)).isFalse();
  }

  @Test
  void everyUnitOfTheVocabularyIsKnownToUcum() {
    assertThat(Vocabulary.measurements().terms())
        .filteredOn(term -> !term.cell("unit").isEmpty())
        .hasSizeGreaterThan(20)
        .allMatch(term -> Units.isUnit(term.cell("unit")));
  }
}
