package org.myocohort.app.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.cohort.variable.Course;
import org.myocohort.instrument.Bounds;
import org.myocohort.statistics.inference.Absence;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.survival.KaplanMeier;

/// Numbers as a paper shows them. Everything that is rounded here stands with all its digits in the
/// results.
final class Shown {
  private static final int DIGITS = 3;

  /// Of fewer values the quartiles are the values themselves.
  private static final int QUARTILES_FROM = 3;

  private final Texts texts;

  Shown(Texts texts) {
    this.texts = texts;
  }

  /// What a reader must know of a value, in words and in their order.
  Stream<String> flags(Set<Course.Flag> flags) {
    return flags.stream().map(flag -> texts.text("analysis.flag." + flag.code())).sorted();
  }

  /// The bounds that a value lies between.
  String bounds(Bounds bounds) {
    return texts.text(
        "analysis.to", bounds.lower().toPlainString(), bounds.upper().toPlainString());
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
      case Quantity.Missing(var reason) -> reason(reason);
    };
  }

  String reason(Absence reason) {
    return texts.text("stats.absence." + reason.code());
  }

  /// A probability: `0.029`, `<0.001`; never 0.
  static String p(double p) {
    if (p < 0.001) {
      return "<0.001";
    }
    return String.format(Locale.ROOT, p < 0.0995 ? "%.3f" : "%.2f", p);
  }

  /// `p = 0.029` or `p < 0.001`.
  static String pIs(double p) {
    String shown = p(p);
    return shown.startsWith("<") ? "p " + shown.replace("<", "< ") : "p = " + shown;
  }

  /// `p = 0.029`, or why there is none.
  String p(TestResult result) {
    return switch (result.pValue()) {
      case Quantity.Given(double p) -> pIs(p);
      case Quantity.Missing(var reason) -> texts.text("analysis.no-p", reason(reason));
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

  /// `12 (8 to 20)`: the median with its quartiles, each as a limit where it is known only as such;
  /// alone where there are too few values for quartiles.
  String median(TestResult described) {
    if (described.count() == 0) {
      return "–";
    }
    String median = known(described, "median");
    boolean alike =
        (median.startsWith("<") || median.startsWith(">"))
            && median.equals(known(described, "q1"))
            && median.equals(known(described, "q3"));
    return described.count() < QUARTILES_FROM || alike
        ? median
        : median
            + " ("
            + texts.text("analysis.to", known(described, "q1"), known(described, "q3"))
            + ")";
  }

  /// `3 to 80`; one value alone, limits as such.
  String range(TestResult described) {
    if (described.count() == 0) {
      return "–";
    }
    String least = known(described, "min");
    String most = known(described, "max");
    return least.equals(most) ? least : texts.text("analysis.to", least, most);
  }

  /// A quantile: `12`; `<30` or `>4000` where it lies beyond a limit, `30 – 50` where it lies
  /// between a value and a limit. What rests on a value beyond a limit is beyond it itself, however
  /// little of it counts.
  private String known(TestResult described, String name) {
    if (described.further(name) instanceof Quantity.Given(double number)) {
      return number(number);
    }
    Quantity least = described.further(name + "_least");
    Quantity most = described.further(name + "_most");
    if (least instanceof Quantity.Given(double low)) {
      return most instanceof Quantity.Given(double high)
          ? number(low) + " – " + number(high)
          : ">" + number(low);
    }
    return most instanceof Quantity.Given(double high)
        ? "<" + number(high)
        : texts.text("analysis.unknown");
  }

  /// `191 (95 % CI 150 to 250)`: the median of a curve, its upper limit perhaps not reached.
  String median(KaplanMeier curve) {
    if (curve.count() == 0) {
      return "–";
    }
    if (!(curve.median() instanceof Quantity.Given(double median))) {
      return texts.text("analysis.not-reached");
    }
    return number(median)
        + " ("
        + texts.text(
            "analysis.ci",
            number(100 * curve.level()),
            reached(curve.medianLower()),
            reached(curve.medianUpper()))
        + ")";
  }

  private String reached(Quantity quantity) {
    return quantity instanceof Quantity.Given(double number)
        ? number(number)
        : texts.text("analysis.not-reached");
  }
}
