package org.myocohort.figures;

import java.math.BigDecimal;
import java.util.List;

/// A time axis in months around day 0: ticks at whole months, quarters, half years or years, with
/// their sign where the axis reaches before day 0.
///
/// @param low the first month, negative before day 0
/// @param high the last month, after the first
public record MonthScale(double low, double high) implements Scale {
  private static final int[] STEPS = {1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200};
  private static final int STEPS_OVER = 14;

  public MonthScale {
    Scale.requireSpan("a time axis in months", low, high);
    if (!(low >= -12_000 && high <= 12_000)) {
      throw new IllegalArgumentException(
          "a time axis must be in [-12000, 12000] months but was " + low + " to " + high);
    }
  }

  static MonthScale over(List<Double> values) {
    double low = Math.min(0, values.stream().mapToDouble(Finite::value).min().orElse(0));
    double high = Math.max(0, values.stream().mapToDouble(Finite::value).max().orElse(0));
    if (high - low < 1) {
      high = low + 1;
    }
    BigDecimal step = step(low, high, STEPS_OVER);
    return new MonthScale(NiceSteps.floor(low, step), NiceSteps.ceiling(high, step));
  }

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }

  @Override
  public List<Tick> ticks(int most) {
    int atMost = Math.max(2, most);
    if (NiceSteps.multiples(low, high, BigDecimal.ONE).size() < 2) {
      return new LinearScale(low, high).ticks(atMost);
    }
    return NiceSteps.multiples(low, high, step(low, high, atMost)).stream()
        .map(value -> new Tick(value.doubleValue(), signed(value)))
        .toList();
  }

  @Override
  public String label(double value) {
    return signed(NiceSteps.decimal(value));
  }

  private String signed(BigDecimal value) {
    return (low < 0 && value.signum() > 0 ? "+" : "") + NiceSteps.label(value);
  }

  private static BigDecimal step(double low, double high, int most) {
    for (int months : STEPS) {
      BigDecimal step = BigDecimal.valueOf(months);
      if (NiceSteps.multiples(low, high, step).size() <= most) {
        return step;
      }
    }
    return BigDecimal.valueOf(12_000);
  }
}
