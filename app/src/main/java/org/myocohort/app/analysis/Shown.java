package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.myocohort.app.cli.Texts;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;

/// Numbers as a paper shows them. Everything that is rounded here stands with all its digits in the
/// results.
final class Shown {
  private static final int DIGITS = 3;
  private final Texts texts;

  Shown(Texts texts) {
    this.texts = texts;
  }

  /// Three significant digits, whole numbers whole; infinite ones as such.
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
    if (rounded.scale() < 0 || Math.abs(value) >= 100) {
      rounded = exact.setScale(0, RoundingMode.HALF_UP);
    }
    return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
  }

  /// A share as percent, whole above 10 in a hundred.
  static String percent(double share) {
    double percent = 100 * share;
    return percent == 0 || percent >= 10
        ? String.format(Locale.ROOT, "%.0f", percent)
        : String.format(Locale.ROOT, "%.1f", percent);
  }

  /// A quantity, or the reason why there is none.
  String quantity(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Given(double number) -> number(number);
      case Quantity.Missing(var reason) -> texts.text("stats.absence." + reason.code());
    };
  }

  /// A probability: `0.029`, `<0.001`; never 0.
  static String p(double p) {
    if (p < 0.001) {
      return "<0.001";
    }
    return String.format(Locale.ROOT, p < 0.0995 ? "%.3f" : "%.2f", p);
  }

  /// `p = 0.029`, or why there is none.
  String p(TestResult result) {
    return switch (result.pValue()) {
      case Quantity.Given(double p) -> {
        String shown = p(p);
        yield shown.startsWith("<") ? "p " + shown.replace("<", "< ") : "p = " + shown;
      }
      case Quantity.Missing(var reason) ->
          texts.text("analysis.no-p", texts.text("stats.absence." + reason.code()));
    };
  }

  /// `12.5 (95 % CI 3 to 20)`, or why there is none.
  String estimate(TestResult result) {
    return result.estimate() instanceof Quantity.Given(double estimate)
        ? number(estimate) + limits(result)
        : quantity(result.estimate());
  }

  /// ` (95 % CI 3 to 20)`; nothing where there are no limits.
  String limits(TestResult result) {
    if (!(result.lower() instanceof Quantity.Given(double lower))
        || !(result.upper() instanceof Quantity.Given(double upper))) {
      return "";
    }
    String level = number(100 * result.level());
    return " ("
        + (Double.isInfinite(lower) && Double.isInfinite(upper)
            ? texts.text("analysis.no-ci", level)
            : texts.text("analysis.ci", level, number(lower), number(upper)))
        + ")";
  }

  /// `3/7 (43 %; 95 % CI 10 to 82)`.
  String share(int yes, int known, TestResult share) {
    if (known == 0) {
      return "0/0";
    }
    return yes
        + "/"
        + known
        + " ("
        + texts.text(
            "analysis.share",
            percent((double) yes / known),
            number(100 * share.level()),
            percent(share.lower().number()),
            percent(share.upper().number()))
        + ")";
  }

  /// `12 (8 to 20)`: the median with its quartiles; one of them alone where the others are not
  /// known.
  String median(TestResult described) {
    if (described.count() == 0) {
      return "–";
    }
    Quantity median = described.further("median");
    Quantity q1 = described.further("q1");
    Quantity q3 = described.further("q3");
    String shown = median instanceof Quantity.Given(double number) ? number(number) : "?";
    return described.count() == 1
        ? shown
        : shown + " (" + texts.text("analysis.to", known(q1), known(q3)) + ")";
  }

  /// `3 to 80`.
  String range(TestResult described) {
    return described.count() == 0
        ? "–"
        : texts.text(
            "analysis.to", known(described.further("min")), known(described.further("max")));
  }

  private static String known(Quantity quantity) {
    return quantity instanceof Quantity.Given(double number) ? number(number) : "?";
  }
}
