package org.myocohort.app.patient;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.figures.Limit;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.Value;
import org.myocohort.units.Analytes;

/// A number as drawn: its value or its limit, in one unit.
///
/// @param value the number, or the limit that it lies beyond
/// @param limit whether the number itself is known
/// @param text as written, such as `<30`
public record Amount(double value, Limit limit, String text) {
  /// The value of a measurement in a unit; empty where it is absent or its unit does not convert.
  public static Optional<Amount> of(Measurement measurement, String unit) {
    return of(measurement.code(), measurement.value(), measurement.unit(), unit);
  }

  /// A value in another unit; empty where it is absent or does not convert.
  static Optional<Amount> of(String code, Value<BigDecimal> value, String from, String to) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) ->
          converted(code, known, from, to, Limit.NONE, "");
      case Value.Below<BigDecimal>(BigDecimal limit) ->
          converted(code, limit, from, to, Limit.BELOW, "<");
      case Value.Above<BigDecimal>(BigDecimal limit) ->
          converted(code, limit, from, to, Limit.ABOVE, ">");
      case Value.Absent<BigDecimal> _ -> Optional.empty();
    };
  }

  private static Optional<Amount> converted(
      String code, BigDecimal value, String from, String to, Limit limit, String sign) {
    Optional<BigDecimal> amount =
        from.equals(to) ? Optional.of(value) : Analytes.convert(code, value, from, to);
    return amount.map(each -> new Amount(each.doubleValue(), limit, sign + Answer.decimal(each)));
  }

  /// A limit of normal in another unit, or null where it is not known.
  static @Nullable Double limit(String code, Value<BigDecimal> value, String from, String to) {
    return value instanceof Value.Known<BigDecimal>(BigDecimal known)
        ? (from.equals(to)
            ? Double.valueOf(known.doubleValue())
            : Analytes.convert(code, known, from, to).map(BigDecimal::doubleValue).orElse(null))
        : null;
  }
}
