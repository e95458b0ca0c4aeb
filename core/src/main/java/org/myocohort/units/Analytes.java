package org.myocohort.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Converts a measured quantity between units, between mass and amount of substance too where the
/// vocabulary knows the molar mass of what is measured.
///
/// - **Source:** molar masses (g/mol) in measurements.csv, from memory: creatinine 113.12, so 1
///   mg/dL is 88.4 umol/L.
public final class Analytes {
  private Analytes() {}

  private static final String MASS = "g/L";
  private static final String SUBSTANCE = "mol/L";

  /// Converts a number of a measured quantity.
  ///
  /// @param code code in the measurements vocabulary
  /// @return empty where a unit is not known or the two measure different things
  public static Optional<BigDecimal> convert(
      String code, BigDecimal value, String from, String to) {
    Optional<BigDecimal> direct = Units.convert(value, from, to);
    String molarMass = Vocabulary.measurements().term(code).cell("molar_mass");
    if (direct.isPresent() || molarMass.isEmpty()) {
      return direct;
    }
    BigDecimal gramsPerMole = new BigDecimal(molarMass);
    Optional<BigDecimal> grams = Units.convert(value, from, MASS);
    if (grams.isPresent()) {
      return Units.convert(grams.get().divide(gramsPerMole, MathContext.DECIMAL64), SUBSTANCE, to);
    }
    return Units.convert(value, from, SUBSTANCE)
        .flatMap(
            moles -> Units.convert(moles.multiply(gramsPerMole, MathContext.DECIMAL64), MASS, to));
  }

  /// Converts a known or a limited value.
  ///
  /// @return the value as it is where it is absent; empty where it cannot be converted
  public static Optional<Value<BigDecimal>> convert(
      String code, Value<BigDecimal> value, String from, String to) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) ->
          convert(code, known, from, to).map(Value::of);
      case Value.Below<BigDecimal>(BigDecimal limit) ->
          convert(code, limit, from, to).map(converted -> new Value.Below<>(converted));
      case Value.Above<BigDecimal>(BigDecimal limit) ->
          convert(code, limit, from, to).map(converted -> new Value.Above<>(converted));
      case Value.Absent<BigDecimal> absent -> Optional.of(absent);
    };
  }
}
