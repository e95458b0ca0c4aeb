package org.myocohort.reading;

import java.math.BigDecimal;
import java.util.List;
import org.myocohort.instrument.Input;
import org.myocohort.patient.Value;

/// A measured quantity as an instrument reads it.
///
/// @param value in `unit`, absent where nothing usable was recorded
/// @param unit UCUM code
/// @param lowerLimit lower limit of normal in `unit`
/// @param upperLimit upper limit of normal in `unit`
/// @param inputs what stands in the record; a missing value names what was looked for
public record Quantity(
    Value<BigDecimal> value,
    String unit,
    Value<BigDecimal> lowerLimit,
    Value<BigDecimal> upperLimit,
    List<Input> inputs) {
  public Quantity {
    inputs = List.copyOf(inputs);
  }

  public boolean isMissing() {
    return value.isAbsent();
  }
}
