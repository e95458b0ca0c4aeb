package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.Inverse;

/// Reads samples back from the curve.
final class ReadBack {
  /// More digits than any assay has; fewer than a double could make up.
  private static final MathContext DIGITS = new MathContext(4);

  private static final double LEVEL = 0.95;

  private final FittedCurve curve;
  private final PlateResult.Range range;
  private final PlateSettings settings;
  private final double blank;

  ReadBack(FittedCurve curve, PlateResult.Range range, PlateSettings settings, double blank) {
    this.curve = curve;
    this.range = range;
    this.settings = settings;
    this.blank = blank;
  }

  MeasuredSample sample(List<Well> wells) {
    Well first = wells.getFirst();
    Replicates replicates = Replicates.of(wells, blank, settings);
    List<Flag> flags = new ArrayList<>(replicates.flags(settings));
    Value<BigDecimal> value = value(replicates, first.dilution());
    Optional<ConfidenceInterval> limits = Optional.empty();
    switch (value) {
      case Value.Known<BigDecimal> _ ->
          limits =
              curve
                  .doseLimits(replicates.mean().orElseThrow(), replicates.corrected().size(), LEVEL)
                  .map(each -> times(each, first.dilution().doubleValue()));
      case Value.Below<BigDecimal> _ -> flags.add(Flag.BELOW_RANGE);
      case Value.Above<BigDecimal> _ -> flags.add(Flag.ABOVE_RANGE);
      case Value.Absent<BigDecimal> _ -> {}
    }
    return new MeasuredSample(
        first.kind(),
        first.name(),
        first.facts(),
        first.dilution(),
        first.concentration(),
        replicates,
        value,
        limits,
        recovery(value, first.concentration()),
        replicates.odd(settings),
        flags,
        true);
  }

  private static OptionalDouble recovery(Value<BigDecimal> value, @Nullable BigDecimal nominal) {
    return nominal != null
            && nominal.signum() > 0
            && value instanceof Value.Known<BigDecimal>(BigDecimal known)
        ? OptionalDouble.of(100 * known.doubleValue() / nominal.doubleValue())
        : OptionalDouble.empty();
  }

  private static ConfidenceInterval times(ConfidenceInterval limits, double factor) {
    return new ConfidenceInterval(limits.lower() * factor, limits.upper() * factor, limits.level());
  }

  /// The concentration in the undiluted sample. A saturated well says that the signal is beyond the
  /// reader: too much analyte where the curve rises, too little where it falls.
  private Value<BigDecimal> value(Replicates replicates, BigDecimal dilution) {
    BigDecimal low = plain(range.low().multiply(dilution));
    BigDecimal high = plain(range.high().multiply(dilution));
    if (replicates.saturated()) {
      return curve.curve().rises() ? new Value.Above<>(high) : new Value.Below<>(low);
    }
    if (replicates.mean().isEmpty()) {
      return Value.absent(AbsenceReason.NOT_DONE);
    }
    return switch (curve.curve().inverse(replicates.mean().getAsDouble())) {
      case Inverse.Below _ -> new Value.Below<>(low);
      case Inverse.Above _ -> new Value.Above<>(high);
      case Inverse.At(double dose) -> {
        if (dose < range.low().doubleValue()) {
          yield new Value.Below<>(low);
        }
        if (dose > range.high().doubleValue()) {
          yield new Value.Above<>(high);
        }
        yield Value.of(plain(new BigDecimal(dose * dilution.doubleValue()).round(DIGITS)));
      }
    };
  }

  /// Without needless zeros and without an exponent.
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
