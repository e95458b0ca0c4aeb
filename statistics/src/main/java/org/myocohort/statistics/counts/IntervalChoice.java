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
    double both = alternative == Alternative.TWO_SIDED ? level : 2 * level - 1;
    ConfidenceInterval found =
        switch (this) {
          case BLAKER -> BlakerInterval.of(x, n, level);
          case CLOPPER_PEARSON -> oneSided(ProportionInterval.CLOPPER_PEARSON, x, n, both);
          case WILSON -> oneSided(ProportionInterval.WILSON, x, n, both);
          case JEFFREYS -> oneSided(ProportionInterval.JEFFREYS, x, n, both);
        };
    if (this == BLAKER) {
      return found;
    }
    return switch (alternative) {
      case TWO_SIDED -> found;
      case LESS -> new ConfidenceInterval(0, found.upper(), level);
      case GREATER -> new ConfidenceInterval(found.lower(), 1, level);
    };
  }

  private static ConfidenceInterval oneSided(ProportionInterval method, int x, int n, double both) {
    if (!(both > 0)) {
      throw new IllegalArgumentException(
          "a one-sided level must be above 0.5 but was " + (1 + both) / 2);
    }
    return method.interval(x, n, both);
  }
}
