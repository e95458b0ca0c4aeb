package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Whether `n` whole numbers with a given mean and standard deviation exist.
///
/// For a sum S and a sum of squares Q of `n` whole numbers, `n Q - S^2 = n (n - 1) sd^2`, Q has the
/// parity of S, and Q is not below that of the most even split of S. These are necessary; whether
/// numbers exist is then searched: one number is fixed near the mean, and the rest is a smaller
/// case. Shifting every number by the same whole number changes nothing, so S is taken modulo `n`.
///
/// - **Cost:** with five numbers or more the first choices succeed; with four or fewer the search
///   is at most `Q` steps.
/// - **Limits:** beyond [#LARGEST_SIZE] numbers, or for deviations beyond [#LARGEST_DEVIATION], the
///   three necessary conditions decide, and beyond [#MOST_SUMS] possible sums everything fits: an
///   answer may then be too lenient, never too strict.
final class WholeNumberSamples {
  static final int LARGEST_SIZE = 100;
  static final int LARGEST_DEVIATION = 1000;
  static final int MOST_SUMS = 1000;
  // Within these, sums of squares stay below 2^63.
  private static final int MOST_NUMBERS = 1_000_000;
  private static final int MOST_DEVIATION = 1_000_000;

  private WholeNumberSamples() {}

  /// What was found.
  ///
  /// @param possible whether some whole numbers fit
  /// @param below the nearest possible standard deviation below, NaN if none or if one fits
  /// @param above the nearest possible standard deviation above, NaN if one fits
  record Answer(boolean possible, double below, double above) {
    private static final Answer POSSIBLE = new Answer(true, Double.NaN, Double.NaN);
  }

  /// Looks for `n >= 2` whole numbers with a mean and a standard deviation in these intervals.
  static Answer search(RoundingInterval mean, RoundingInterval deviation, int n) {
    BigDecimal size = BigDecimal.valueOf(n);
    RoundingInterval sums = mean.times(size);
    BigDecimal first = sums.lower().setScale(0, RoundingMode.CEILING);
    BigDecimal last = sums.upper().setScale(0, RoundingMode.FLOOR);
    if (last.subtract(first).compareTo(BigDecimal.valueOf(MOST_SUMS)) > 0
        || n > MOST_NUMBERS
        || deviation.upper().compareTo(BigDecimal.valueOf(MOST_DEVIATION)) > 0) {
      return Answer.POSSIBLE;
    }
    // n (n - 1) sd^2 = n Q - S^2
    BigDecimal pairs = size.multiply(BigDecimal.valueOf(n - 1L));
    BigDecimal sdLow = deviation.lower().max(BigDecimal.ZERO);
    BigDecimal lowest = sdLow.multiply(sdLow).multiply(pairs);
    BigDecimal highest = deviation.upper().multiply(deviation.upper()).multiply(pairs);
    double below = Double.NaN;
    double above = Double.NaN;
    for (BigDecimal sum = first; sum.compareTo(last) <= 0; sum = sum.add(BigDecimal.ONE)) {
      long s = sum.toBigInteger().mod(size.toBigInteger()).longValueExact();
      BigDecimal square = BigDecimal.valueOf(s * s);
      long from = lowest.add(square).divide(size, 0, RoundingMode.CEILING).longValueExact();
      long to = highest.add(square).divide(size, 0, RoundingMode.FLOOR).longValueExact();
      long least = s;
      long start = Math.max(from, least);
      start += (start - s) & 1;
      for (long q = start; q <= to; q += 2) {
        if (exists(n, s, q)) {
          return Answer.POSSIBLE;
        }
      }
      long up = Math.max(start, to + 1);
      up += (up - s) & 1;
      while (!exists(n, s, up)) {
        up += 2;
      }
      above = Double.isNaN(above) ? sd(n, s, up) : Math.min(above, sd(n, s, up));
      long down = from - 1 - ((from - 1 - s) & 1);
      while (down >= least && !exists(n, s, down)) {
        down -= 2;
      }
      if (down >= least) {
        below = Double.isNaN(below) ? sd(n, s, down) : Math.max(below, sd(n, s, down));
      }
    }
    return new Answer(false, below, above);
  }

  /// Whether `n` whole numbers with sum `s` and sum of squares `q` exist.
  static boolean exists(int n, long s, long q) {
    long even = Math.floorDiv(s, n);
    long rest = Math.floorMod(s, n);
    long least = (n - rest) * even * even + rest * (even + 1) * (even + 1);
    if (q < least || ((q - s) & 1) != 0) {
      return false;
    }
    if (q == least) {
      return true;
    }
    if (n == 1) {
      return false;
    }
    if (n == 2) {
      long square = 2 * q - s * s;
      long root = Math.round(Math.sqrt((double) square));
      return root * root == square;
    }
    double spread = Math.max(0, (double) q * n - (double) s * s);
    if (n > LARGEST_SIZE || spread > (double) n * n * LARGEST_DEVIATION * LARGEST_DEVIATION) {
      return true;
    }
    // (x - s/n)^2 <= (n - 1) / n (q - s^2 / n) for every number x of such a sample
    long reach = (long) Math.sqrt(spread * (n - 1)) / n + 1;
    for (long distance = 0; distance <= reach; distance++) {
      long x = even - distance;
      long y = even + 1 + distance;
      if (exists(n - 1, s - x, q - x * x) || exists(n - 1, s - y, q - y * y)) {
        return true;
      }
    }
    return false;
  }

  private static double sd(int n, long s, long q) {
    return Math.sqrt(((double) n * q - (double) s * s) / ((double) n * (n - 1)));
  }
}
