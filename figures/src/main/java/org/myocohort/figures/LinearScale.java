package org.myocohort.figures;

import java.math.BigDecimal;
import java.util.List;

/// A linear axis.
///
/// @param low the value at the lower end
/// @param high the value at the upper end, above the lower
public record LinearScale(double low, double high) implements Scale {
  private static final int STEPS = 5;

  public LinearScale {
    Scale.requireSpan("a linear scale", low, high);
  }

  static LinearScale over(List<Double> values) {
    double low = values.stream().mapToDouble(Finite::value).min().orElse(0);
    double high = values.stream().mapToDouble(Finite::value).max().orElse(1);
    double room = Math.max(Math.abs(low), Math.abs(high));
    if (!(high - low > 1e-6 * room)) {
      // One value stands in the middle of an axis as wide as itself.
      double half = room == 0 ? 1 : room / 2;
      low -= half;
      high += half;
    }
    BigDecimal step = NiceSteps.step(low, high, STEPS);
    return new LinearScale(NiceSteps.floor(low, step), NiceSteps.ceiling(high, step));
  }

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    BigDecimal step = NiceSteps.step(low, high, Math.max(2, most));
    return NiceSteps.multiples(low, high, step).stream()
        .map(value -> new Tick(value.doubleValue(), NiceSteps.label(value)))
        .toList();
  }

  @Override
  public String label(double value) {
    return NiceSteps.label(NiceSteps.decimal(value));
  }
}
