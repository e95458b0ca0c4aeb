package org.myocohort.care.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Limits of the dose of a day.
///
/// Doses of glucocorticoids are compared as prednisone.
public record DoseLimits(List<Dose> all) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?) ?(mg|g)(/kg)?/(day|week)");
  private static final BigDecimal GRAM = BigDecimal.valueOf(1000);
  private static final BigDecimal WEEK = BigDecimal.valueOf(7);

  public DoseLimits {
    all = List.copyOf(all);
  }

  /// One limit.
  ///
  /// @param milligrams a day, for each kilogram where `perKilogram`
  /// @param text as the file writes it
  public record Dose(Limits.Bound bound, BigDecimal milligrams, boolean perKilogram, String text) {
    /// Whether a dose of so many mg a day holds it.
    boolean holds(BigDecimal dose) {
      int side = dose.compareTo(milligrams);
      return switch (bound) {
        case LESS_THAN -> side < 0;
        case AT_MOST -> side <= 0;
        case MORE_THAN -> side > 0;
        case AT_LEAST -> side >= 0;
      };
    }
  }

  /// Reads a dose such as `20 mg/day`, `3 g/day`, `15 mg/week`, `0.75 mg/kg/day`.
  static Optional<Dose> parse(Limits.Bound bound, String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(parts.group(1));
    if (parts.group(2).equals("g")) {
      amount = amount.multiply(GRAM);
    }
    if (parts.group(4).equals("week")) {
      amount = amount.divide(WEEK, MathContext.DECIMAL64);
    }
    return Optional.of(new Dose(bound, amount, parts.group(3) != null, text.strip()));
  }
}
