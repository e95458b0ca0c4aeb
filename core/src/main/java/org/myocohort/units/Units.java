package org.myocohort.units;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.myocohort.patient.Value;

/// Converts a measured number from one UCUM unit to another of the same dimension.
///
/// - **Refused:** mass to amount of substance (mg/dL to mmol/L): UCUM knows no molar masses, and an
///   instrument that was printed with both has its threshold in both. Amount of substance to a bare
///   count (mmol/L to 10*9/L), which UCUM would allow because its mole is a number.
/// - **Precision:** 16 significant digits, so that 1.23 ukat/L is 73.8 U/L and not
///   73.7999999999999999999998.
/// - **Source:** ucum-essence.xml inside org.fhir:ucum, read at the first conversion that needs it.
public final class Units {
  private Units() {}

  /// The library keeps as many digits as it is given; these are enough for an exact factor.
  private static final String ONE = "1.000000000000000000000000";

  private static final Map<String, Optional<BigDecimal>> FACTORS = new ConcurrentHashMap<>();

  private static final String AMOUNT_OF_SUBSTANCE = "mol";
  private static final String CELSIUS = "Cel";
  private static final String FAHRENHEIT = "[degF]";
  private static final BigDecimal FREEZING_FAHRENHEIT = BigDecimal.valueOf(32);
  private static final BigDecimal FAHRENHEIT_STEPS = BigDecimal.valueOf(9);
  private static final BigDecimal CELSIUS_STEPS = BigDecimal.valueOf(5);

  /// Reading the definitions takes half a second, so that a study in one unit never pays for it.
  private static final class Definitions {
    static final UcumService SERVICE = read();

    private static UcumService read() {
      try (InputStream in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
        if (in == null) {
          throw new IllegalStateException("ucum-essence.xml missing from the ucum library");
        }
        return new UcumEssenceService(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (UcumException e) {
        throw new IllegalStateException("ucum-essence.xml cannot be read", e);
      }
    }
  }

  /// Converts a number.
  ///
  /// @return empty where a unit is not known or the two measure different things
  public static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    String source = spelled(from);
    String target = spelled(to);
    if (source.equals(target)) {
      return Optional.of(value);
    }
    if (source.equals(FAHRENHEIT) && target.equals(CELSIUS)) {
      // The library does not convert scales with an offset.
      return Optional.of(
          value
              .subtract(FREEZING_FAHRENHEIT)
              .multiply(CELSIUS_STEPS)
              .divide(FAHRENHEIT_STEPS, MathContext.DECIMAL64));
    }
    return factor(source, target)
        .map(factor -> value.multiply(factor, MathContext.DECIMAL64).stripTrailingZeros())
        .map(converted -> converted.scale() < 0 ? converted.setScale(0) : converted);
  }

  /// Whether numbers in one unit can be given in another.
  public static boolean converts(String from, String to) {
    return convert(BigDecimal.ONE, from, to).isPresent();
  }

  /// Whether UCUM knows a unit.
  public static boolean isUnit(String unit) {
    return !unit.isBlank() && Definitions.SERVICE.validate(spelled(unit)) == null;
  }

  /// One unit in another, looked up once: the library takes milliseconds for it.
  private static Optional<BigDecimal> factor(String source, String target) {
    if (source.isEmpty()
        || target.isEmpty()
        || source.contains(AMOUNT_OF_SUBSTANCE) != target.contains(AMOUNT_OF_SUBSTANCE)) {
      return Optional.empty();
    }
    return FACTORS.computeIfAbsent(
        source + " " + target,
        _ -> {
          try {
            String factor =
                Definitions.SERVICE.convert(new Decimal(ONE), source, target).asDecimal();
            return Optional.of(withoutPadding(new BigDecimal(factor)));
          } catch (UcumException _) {
            return Optional.empty();
          }
        });
  }

  /// The number to 16 digits without the zeros that the library pads it with: 4 g/L is 400 mg/dL,
  /// not 400.0000000000000.
  private static BigDecimal withoutPadding(BigDecimal number) {
    BigDecimal plain = number.round(MathContext.DECIMAL64).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  /// Converts a known or a limited value.
  ///
  /// @return the value as it is where it is absent; empty where it cannot be converted
  public static Optional<Value<BigDecimal>> convert(
      Value<BigDecimal> value, String from, String to) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> convert(known, from, to).map(Value::of);
      case Value.Below<BigDecimal>(BigDecimal limit) ->
          convert(limit, from, to).map(converted -> new Value.Below<>(converted));
      case Value.Above<BigDecimal>(BigDecimal limit) ->
          convert(limit, from, to).map(converted -> new Value.Above<>(converted));
      case Value.Absent<BigDecimal> absent -> Optional.of(absent);
    };
  }

  /// UCUM's spelling of what people write: a Greek letter for micro, a caret for a power.
  private static String spelled(String unit) {
    return unit.strip().replace('\u00b5', 'u').replace('\u03bc', 'u').replace("10^", "10*");
  }
}
