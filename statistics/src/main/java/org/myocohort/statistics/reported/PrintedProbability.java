package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A p value as printed: a number, or only a limit that it lies below or above.
///
/// @param relation whether p equals the number, lies below or above it
/// @param number the printed number, in \[0, 1\] where it makes sense; the checks say where not
public record PrintedProbability(Relation relation, PrintedNumber number) {

  /// The usual limit of a decision.
  static final BigDecimal LIMIT = new BigDecimal("0.05");

  private static final double SLACK = 1e-9;

  /// How a p value stands to the number printed with it.
  public enum Relation {
    /// p = 0.03: p rounds to the number.
    EQUAL("="),
    /// p < 0.001, also printed with a not-greater sign.
    BELOW("<"),
    /// p > 0.05, also printed with a not-less sign.
    ABOVE(">");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /// The plain sign of the relation.
    public String sign() {
      return sign;
    }
  }

  /// Reads `0.03`, `.03`, `=0.03`, `<0.001`, `> 0.05` and the same with `p` or `P` before.
  ///
  /// - **Errors:** a text without a number, such as `NS`.
  public static PrintedProbability parse(String text) {
    String rest = text.strip();
    if (!rest.isEmpty() && (rest.charAt(0) == 'p' || rest.charAt(0) == 'P')) {
      rest = rest.substring(1).strip();
    }
    Relation relation = Relation.EQUAL;
    if (!rest.isEmpty()) {
      switch (rest.charAt(0)) {
        case '=' -> rest = rest.substring(1);
        case '<', '\u2264' -> {
          relation = Relation.BELOW;
          rest = rest.substring(1);
        }
        case '>', '\u2265' -> {
          relation = Relation.ABOVE;
          rest = rest.substring(1);
        }
        default -> {}
      }
    }
    return new PrintedProbability(relation, PrintedNumber.parse(rest));
  }

  /// The text as printed but for spaces, without an equals sign: `0.03`, `<0.001`.
  public String text() {
    return relation == Relation.EQUAL ? number.text() : relation.sign() + number.text();
  }

  /// Whether a recomputed p between these can be printed so.
  boolean fits(double low, double high) {
    RoundingInterval printed = interval();
    return low <= printed.upper().doubleValue() * (1 + SLACK)
        && high >= printed.lower().doubleValue() * (1 - SLACK);
  }

  /// Whether the printed p is not above 0.05: true, false, or null where it does not say.
  @Nullable Boolean significant() {
    int toLimit = number.value().compareTo(LIMIT);
    return switch (relation) {
      case EQUAL -> toLimit <= 0;
      case BELOW -> toLimit <= 0 ? Boolean.TRUE : null;
      case ABOVE -> toLimit >= 0 ? Boolean.FALSE : null;
    };
  }

  /// Whether the printed number can be a probability at all.
  public boolean possible() {
    return number.value().signum() >= 0 && number.value().compareTo(BigDecimal.ONE) <= 0;
  }

  /// The p values that this can stand for, within \[0, 1\]; the limit itself is included.
  RoundingInterval interval() {
    RoundingInterval rounded = number.rounded();
    return switch (relation) {
      case EQUAL ->
          new RoundingInterval(
              rounded.lower().max(BigDecimal.ZERO), rounded.upper().min(BigDecimal.ONE));
      case BELOW -> new RoundingInterval(BigDecimal.ZERO, number.value());
      case ABOVE -> new RoundingInterval(number.value(), BigDecimal.ONE);
    };
  }
}
