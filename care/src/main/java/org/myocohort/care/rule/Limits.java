package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.util.List;

/// Limits of a number, all of which must hold.
public record Limits(List<Limit> all) {
  public Limits {
    all = List.copyOf(all);
  }

  /// One limit.
  ///
  /// @param bound which side, and whether the number itself belongs to it
  /// @param number of the limit
  /// @param of what the number is counted in
  /// @param unit UCUM, of a number in a unit; else empty
  public record Limit(Bound bound, BigDecimal number, Of of, String unit) {}

  /// A side of a number.
  public enum Bound {
    AT_LEAST("at least", ">="),
    MORE_THAN("more than", ">"),
    AT_MOST("at most", "<="),
    LESS_THAN("less than", "<");

    private final String word;
    private final String sign;

    Bound(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    /// As rule files write it.
    public String word() {
      return word;
    }

    public String sign() {
      return sign;
    }

    /// Whether values above the number hold it.
    public boolean isLower() {
      return this == MORE_THAN || this == AT_LEAST;
    }
  }

  /// What a limit's number counts.
  public enum Of {
    UNIT,
    /// Multiples of the upper limit of normal.
    UPPER_LIMIT,
    /// Multiples of the lower limit of normal.
    LOWER_LIMIT,
    /// Percent of the largest value of the form used.
    PERCENT_OF_MAXIMUM
  }
}
