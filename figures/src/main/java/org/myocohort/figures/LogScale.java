package org.myocohort.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A logarithmic axis to the base 10.
///
/// @param low the value at the lower end, above 0
/// @param high the value at the upper end, above the lower
public record LogScale(double low, double high) implements Scale {
  private static final int[] LEADING = {1, 2, 5};
  private static final double SMALLEST = 1e-12;

  public LogScale {
    if (!(low >= SMALLEST)) {
      throw new IllegalArgumentException(
          "a log scale must begin above 0 (1e-12 or more) but began at " + low);
    }
    Scale.requireSpan("a log scale", low, high);
  }

  static LogScale over(List<Double> values) {
    double[] positive =
        values.stream().mapToDouble(Finite::value).filter(value -> value >= SMALLEST).toArray();
    double low = Arrays.stream(positive).min().orElse(1);
    double high = Arrays.stream(positive).max().orElse(10);
    List<BigDecimal> round = round(low / 20, high * 20, LEADING);
    double below = low;
    double above = high;
    for (BigDecimal value : round) {
      if (value.doubleValue() <= low) {
        below = value.doubleValue();
      }
    }
    for (BigDecimal value : round.reversed()) {
      if (value.doubleValue() >= high) {
        above = value.doubleValue();
      }
    }
    // A single round value would span nothing: give it a decade to either side.
    return above > below ? new LogScale(below, above) : new LogScale(below / 10, above * 10);
  }

  @Override
  public double fraction(double value) {
    if (!(value > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double start = StrictMath.log10(low);
    return (StrictMath.log10(value) - start) / (StrictMath.log10(high) - start);
  }

  @Override
  public List<Tick> ticks(int most) {
    int atMost = Math.max(2, most);
    List<BigDecimal> dense = round(low, high, LEADING);
    List<BigDecimal> decades = round(low, high, new int[] {1});
    if (dense.size() < 2) {
      return new LinearScale(low, high).ticks(atMost);
    }
    List<BigDecimal> chosen = dense.size() <= atMost || decades.size() < 2 ? dense : decades;
    List<Tick> ticks = new ArrayList<>();
    int every = (chosen.size() + atMost - 1) / atMost;
    for (int index = 0; index < chosen.size(); index += every) {
      BigDecimal value = chosen.get(index);
      ticks.add(new Tick(value.doubleValue(), NiceSteps.label(value)));
    }
    return List.copyOf(ticks);
  }

  @Override
  public String label(double value) {
    return NiceSteps.label(NiceSteps.decimal(value));
  }

  private static List<BigDecimal> round(double low, double high, int[] leading) {
    List<BigDecimal> values = new ArrayList<>();
    int first = (int) Math.floor(StrictMath.log10(low)) - 1;
    int last = (int) Math.ceil(StrictMath.log10(high)) + 1;
    for (int exponent = first; exponent <= last; exponent++) {
      for (int digit : leading) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        if (value.doubleValue() >= low && value.doubleValue() <= high) {
          values.add(value);
        }
      }
    }
    return values;
  }
}
