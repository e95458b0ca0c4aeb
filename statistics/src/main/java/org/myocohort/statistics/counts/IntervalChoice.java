package org.myocohort.statistics.counts;

import java.util.Locale;
import org.myocohort.statistics.ConfidenceInterval;
import org.myocohort.statistics.ProportionInterval;
import org.myocohort.statistics.inference.Alternative;

/// Which interval of a proportion is wanted.
public enum IntervalChoice {
  CLOPPER_PEARSON,
  WILSON,
  JEFFREYS,
  BLAKER;

  /// The name as typed and written, such as `clopper-pearson`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The interval; one-sided ones end at 0 or 1, as in R's `binom.test`. Blaker's is two-sided only
  /// and stays so.
  public ConfidenceInterval interval(int x, int n, Alternative alternative, double level) {
    return switch (this) {
      case BLAKER -> BlakerInterval.of(x, n, level);
      case CLOPPER_PEARSON -> of(ProportionInterval.CLOPPER_PEARSON, x, n, alternative, level);
      case WILSON -> of(ProportionInterval.WILSON, x, n, alternative, level);
      case JEFFREYS -> of(ProportionInterval.JEFFREYS, x, n, alternative, level);
    };
  }

  private static ConfidenceInterval of(
      ProportionInterval method, int x, int n, Alternative alternative, double level) {
    return switch (alternative) {
      case TWO_SIDED -> method.interval(x, n, level);
      case LESS -> new ConfidenceInterval(0, oneSided(method, x, n, level).upper(), level);
      case GREATER -> new ConfidenceInterval(oneSided(method, x, n, level).lower(), 1, level);
    };
  }

  private static ConfidenceInterval oneSided(
      ProportionInterval method, int x, int n, double level) {
    if (!(level > 0.5)) {
      throw new IllegalArgumentException("a one-sided level must be above 0.5 but was " + level);
    }
    return method.interval(x, n, 2 * level - 1);
  }
}
