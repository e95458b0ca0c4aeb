package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A standard, read back from the curve that it helped to make.
///
/// @param concentration as the file gives it
/// @param backCalculated concentration that the curve gives for its mean signal
/// @param recovery that in percent of the concentration
/// @param passes whether it lies within the limits of its place in the range
/// @param odd the replicate that is out, where they scatter too much
public record StandardLevel(
    BigDecimal concentration,
    Replicates replicates,
    OptionalDouble backCalculated,
    OptionalDouble recovery,
    boolean passes,
    Optional<String> odd,
    List<Flag> flags) {
  public StandardLevel {
    flags = List.copyOf(flags);
  }
}
