package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.patient.Value;
import org.myocohort.statistics.ConfidenceInterval;

/// A sample or control at one dilution.
///
/// @param nominal the concentration that a control should have
/// @param value in the undiluted sample: a number within the range of the plate, else its limit;
///   absent where no well gave a signal
/// @param limits 95 % limits of the value from scatter and curve, where it is a number
/// @param recovery of a control in percent
/// @param odd the replicate that is out, where it can be told
/// @param reported whether this dilution is the sample's result
public record MeasuredSample(
    WellKind kind,
    String name,
    SampleFacts facts,
    BigDecimal dilution,
    @Nullable BigDecimal nominal,
    Replicates replicates,
    Value<BigDecimal> value,
    Optional<ConfidenceInterval> limits,
    OptionalDouble recovery,
    Optional<String> odd,
    List<Flag> flags,
    boolean reported) {
  public MeasuredSample {
    flags = List.copyOf(flags);
  }
}
