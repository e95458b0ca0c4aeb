package org.myocohort.treatment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.myocohort.patient.RowReference;

/// Glucocorticoid taken over a time, in mg of prednisone.
///
/// @param atLeast the sum over the days that are certain, intravenous doses included
/// @param intravenousAtLeast the intravenous part of it
/// @param open courses whose dose or dates leave the sum open; more may have been taken
public record CumulativeDose(
    BigDecimal atLeast, BigDecimal intravenousAtLeast, List<RowReference> open) {
  public CumulativeDose {
    open = List.copyOf(open);
  }

  /// The dose, only where nothing is open.
  public Optional<BigDecimal> total() {
    return open.isEmpty() ? Optional.of(atLeast) : Optional.empty();
  }

  /// The intravenous part of the dose, only where nothing is open.
  public Optional<BigDecimal> intravenous() {
    return open.isEmpty() ? Optional.of(intravenousAtLeast) : Optional.empty();
  }
}
