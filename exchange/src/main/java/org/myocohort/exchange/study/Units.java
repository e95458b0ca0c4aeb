package org.myocohort.exchange.study;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/// Conversion of amounts between units by UCUM.
final class Units {
  /// The library keeps as many digits as it is given; these are enough for an exact factor.
  private static final String ONE = "1.000000000000000000000000";

  private static final Map<String, Optional<BigDecimal>> FACTORS = new ConcurrentHashMap<>();

  private Units() {}

  /// Reads the unit definitions when the first unit that needs them comes along.
  private static final class Holder {
    static final UcumService SERVICE = service();

    private static UcumService service() {
      try (InputStream in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
        return new UcumEssenceService(in);
      } catch (UcumException | java.io.IOException e) {
        throw new IllegalStateException("UCUM definitions cannot be read", e);
      }
    }
  }

  /// What an amount in one unit is in another.
  ///
  /// @return empty if a unit is unknown to UCUM, or measures something else
  static Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(amount);
    }
    return factor(from, to)
        .map(factor -> amount.multiply(factor, MathContext.DECIMAL64).stripTrailingZeros());
  }

  /// Whether amounts in one unit can be given in another.
  static boolean converts(String from, String to) {
    return from.equals(to) || factor(from, to).isPresent();
  }

  /// Whether UCUM knows a unit.
  static boolean isUnit(String unit) {
    return !unit.isEmpty() && Holder.SERVICE.validate(unit) == null;
  }

  private static Optional<BigDecimal> factor(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return FACTORS.computeIfAbsent(
        from + " " + to,
        _ -> {
          try {
            String factor = Holder.SERVICE.convert(new Decimal(ONE), from, to).asDecimal();
            return Optional.of(new BigDecimal(factor).round(MathContext.DECIMAL64));
          } catch (UcumException _) {
            return Optional.empty();
          }
        });
  }
}
