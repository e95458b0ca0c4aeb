package org.myocohort.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

class UnitsTest {

  /// Expected values by hand from the definitions: 1 katal is 1 mol/s and 1 U is 1 umol/min, so
  /// that 1 ukat is 60 U; 1 lb is 0.45359237 kg.
  @ParameterizedTest(name = "{0} {1} is {3} {2}")
  @CsvSource(
      textBlock =
          """
          1,     ukat/L,   U/L,     60
          1.23,  µkat/L,   U/L,     73.8
          100,   U/L,      ukat/L,  1.666666666666667
          0.5,   mg/dL,    mg/L,    5
          684,   ug/L,     ng/mL,   684
          88.4,  umol/L,   mmol/L,  0.0884
          360,   mg/dL,    g/L,     3.6
          9.2,   g/dL,     g/L,     92
          4500,  /uL,      10*9/L,  4.5
          1.5,   10^9/L,   10*9/L,  1.5
          1.5,   10*3/uL,  10*9/L,  1.5
          150,   '[lb_av]', kg,     68.0388555
          101.3, '[degF]', Cel,     38.5
          7,     kg,       kg,      7
          """)
  void convertsWithinADimension(BigDecimal value, String from, String to, BigDecimal expected) {
    assertThat(Units.convert(value, from, to).orElseThrow()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      textBlock =
          """
          mg/dL,  mmol/L, mass to amount of substance
          mmol/L, mg/dL,  amount of substance to mass
          mmol/L, 10*9/L, a mole is no count of cells
          U/L,    mg/L,   activity to mass
          IU,     kg,     not a unit of UCUM
          '',     kg,     no unit
          kg,     '',     no unit
          """)
  void refusesWhatDoesNotConvert(String from, String to, String rule) {
    assertThat(Units.convert(BigDecimal.ONE, from, to)).as(rule).isEmpty();
  }

  @Test
  void limitsConvertAndAbsenceStays() {
    Value<BigDecimal> absent = Value.absent(AbsenceReason.NOT_DONE);

    assertThat(Units.convert(new Value.Above<>(new BigDecimal("4")), "g/L", "mg/dL"))
        .isEqualTo(Optional.of(new Value.Above<>(new BigDecimal("400"))));
    assertThat(
            Units.convert(new Value.Below<>(new BigDecimal("0.3")), "mg/dL", "mg/L").orElseThrow())
        .isInstanceOfSatisfying(
            Value.Below.class,
            below -> assertThat((BigDecimal) below.limit()).isEqualByComparingTo("3"));
    assertThat(Units.convert(absent, "g/L", "mmol/L")).hasValue(absent);
  }

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
