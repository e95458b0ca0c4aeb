package org.myocohort.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/// The nine definitions of a sample quantile, numbered as in R's `quantile(type = )`.
///
/// With the `n` values in order, the `p` quantile lies at a position between 1 and `n`; between two
/// values it is interpolated, outside it is the smallest or the largest value.
///
///     quantile = x[j] + g (x[j+1] - x[j])      j = floor(position), g = position - j
///
/// Types 1 to 3 do not interpolate: they choose a value (type 2 averages two at a jump).
///
/// - **Input:** finite values in any order, `n >= 1`; `p` in \[0, 1\].
/// - **Result:** in `double`, in the unit of the values.
/// - **Errors:** no value, a value that is not finite, or `p` outside \[0, 1\].
/// - **Source:** Hyndman RJ, Fan Y. Sample quantiles in statistical packages. Am Stat
///   1996;50:361-365, doi:10.2307/2684934. Evaluated by Apache Commons Statistics `Quantile`,
///   methods HF1 to HF9; equal to R's `quantile` but for R's tolerance of 4 ulp at a jump.
public enum QuantileMethod {
  /// Type 1, the inverse of the empirical distribution function.
  INVERTED_DISTRIBUTION(1, "np", EstimationMethod.HF1),
  /// Type 2, as type 1 with averages at the jumps (the default of SAS, definition 5).
  AVERAGED_INVERTED_DISTRIBUTION(2, "np", EstimationMethod.HF2),
  /// Type 3, the value whose number is nearest to `np`, the even one in a tie (SAS definition 2).
  CLOSEST_OBSERVATION(3, "np", EstimationMethod.HF3),
  /// Type 4, linear interpolation of the empirical distribution function.
  INTERPOLATED_INVERTED_DISTRIBUTION(4, "np", EstimationMethod.HF4),
  /// Type 5, Hazen: the values are the middles of the steps.
  HAZEN(5, "np+1/2", EstimationMethod.HF5),
  /// Type 6, Weibull: the "(n+1)p" method of SPSS, Prism and Minitab.
  WEIBULL(6, "(n+1)p", EstimationMethod.HF6),
  /// Type 7, the "(n-1)p+1" method: the default of R and NumPy, and Excel's inclusive quartile.
  LINEAR(7, "(n-1)p+1", EstimationMethod.HF7),
  /// Type 8, approximately median-unbiased whatever the distribution.
  MEDIAN_UNBIASED(8, "(n+1/3)p+1/3", EstimationMethod.HF8),
  /// Type 9, approximately unbiased for normally distributed values.
  NORMAL_UNBIASED(9, "(n+1/4)p+3/8", EstimationMethod.HF9);

  // Wide enough for printed numbers, narrow enough to lose the last bits of a weight such as 1/6.
  private static final MathContext IMPLIED_PRECISION = new MathContext(12);

  private final int type;
  private final String position;
  private final EstimationMethod estimation;

  QuantileMethod(int type, String position, EstimationMethod estimation) {
    this.type = type;
    this.position = position;
    this.estimation = estimation;
  }

  /// The method with this number in R's `quantile(type = )`, 1 to 9.
  public static QuantileMethod ofType(int type) {
    if (!(type >= 1 && type <= 9)) {
      throw new IllegalArgumentException("quantile type must be in [1, 9] but was " + type);
    }
    return values()[type - 1];
  }

  /// The number of the method in R's `quantile(type = )`.
  public int type() {
    return type;
  }

  /// The position of the `p` quantile among `n` ordered values, as a formula in `n` and `p`.
  public String position() {
    return position;
  }

  /// The `p` quantile of the values, which are neither changed nor kept.
  public double quantile(double[] values, double p) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least 1 value but got 0");
    }
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be in [0, 1] but was " + p);
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("values must be finite but one was " + value);
      }
    }
    return Quantile.withDefaults().withCopy(true).with(estimation).evaluate(values, p);
  }

  /// The three values that this method summarises as the given median and quartiles.
  ///
  /// With `n = 3` the median is the middle value (the ordinary median, whatever makes the
  /// quartiles), and the other two follow from the quartiles:
  ///
  ///     smallest = median - (median - q1) / (1 - g1)      g1 = weight of the middle value in q1
  ///     largest  = median + (q3 - median) / g3            g3 = weight of the largest value in q3
  ///
  /// - **Input:** `q1 <= median <= q3`, any unit.
  /// - **Result:** smallest, middle, largest, to 12 significant digits; exact for types 1, 2 and
  ///   4 to 7, whose weights are halves or quarters, if so many digits hold it.
  /// - **Special case:** type 3 takes the middle value as upper quartile of three, so that the
  ///   largest value leaves no trace: empty.
  /// - **Errors:** quartiles out of order.
  public Optional<List<BigDecimal>> valuesOfThree(BigDecimal q1, BigDecimal median, BigDecimal q3) {
    requireOrder(q1, median, q3);
    // The quantile of a 0/1 step is the weight of the values behind the step.
    double middleInLower = quantile(new double[] {0, 1, 1}, 0.25);
    double largestInUpper = quantile(new double[] {0, 0, 1}, 0.75);
    if (largestInUpper == 0) {
      return Optional.empty();
    }
    BigDecimal below = implied(median.subtract(q1), 1 - middleInLower);
    BigDecimal above = implied(q3.subtract(median), largestInUpper);
    return Optional.of(List.of(median.subtract(below), median, median.add(above)));
  }

  /// The methods that can summarise some three values as the given median and quartiles.
  ///
  /// - **Result:** in the order of their types; all nine where the upper quartile equals the
  ///   median, all but type 3 elsewhere.
  /// - **Errors:** quartiles out of order.
  public static List<QuantileMethod> possibleForThree(
      BigDecimal q1, BigDecimal median, BigDecimal q3) {
    return Arrays.stream(values())
        .filter(
            method -> method.valuesOfThree(q1, median, q3).isPresent() || q3.compareTo(median) == 0)
        .toList();
  }

  private static void requireOrder(BigDecimal q1, BigDecimal median, BigDecimal q3) {
    if (q1.compareTo(median) > 0 || median.compareTo(q3) > 0) {
      throw new IllegalArgumentException(
          "quartiles must be in order but were %s, %s, %s".formatted(q1, median, q3));
    }
  }

  private static BigDecimal implied(BigDecimal distance, double weight) {
    BigDecimal value =
        distance
            .divide(new BigDecimal(weight), MathContext.DECIMAL64)
            .round(IMPLIED_PRECISION)
            .stripTrailingZeros();
    return value.setScale(Math.max(0, value.scale()));
  }
}
