package org.myocohort.statistics.reported;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number exactly as it was printed, with the interval of true values that it can stand for.
///
///     rounded interval = [x - h, x + h]      h = 0.5 * 10^-decimals
///
/// Both ends belong to the interval, so that a half may have been rounded up, down or to even.
/// Trailing zeros count: 5.00 has two decimals, 5 has none. A whole number is taken as printed to
/// the unit, also where it ends in zeros.
///
/// - **Input:** digits with an optional sign (hyphen-minus, true minus, en dash), decimal point,
///   raised point or comma, thousands grouped by comma, point, or an ordinary, no-break, thin or
///   narrow space, an optional power of ten of at most two digits
///   (`1.2e-5`).
/// - **Errors:** anything else, and a text that can be read in two ways: `1,234` may be 1234 or
///   1.234, so [#parse(String)] refuses it and [#parse(String, DecimalMark)] decides.
///
/// @param text the number as printed, surrounding space removed
/// @param value its value; the scale is the number of decimals
public record PrintedNumber(String text, BigDecimal value) {
  private static final int LONGEST = 60;
  private static final Pattern SPACES =
      Pattern.compile("(?<=\\d)[ \\u00A0\\u2009\\u202F](?=\\d{3}(?!\\d))");
  private static final Pattern FORM =
      Pattern.compile("([+-]?)(\\d*)((?:\\.\\d*)?)((?:[eE][+-]?\\d{1,2})?)");

  /// Reads a printed number whose text leaves no doubt about its decimal mark.
  public static PrintedNumber parse(String text) {
    String plain = plain(text);
    int points = count(plain, '.');
    int commas = count(plain, ',');
    if (points > 0 && commas > 0) {
      return read(
          text,
          plain,
          plain.lastIndexOf('.') > plain.lastIndexOf(',') ? DecimalMark.POINT : DecimalMark.COMMA);
    }
    if (commas == 1) {
      if (plain.matches("[+-]?[1-9]\\d{0,2},\\d{3}")) {
        throw new IllegalArgumentException(
            "number must say its decimal mark but was '%s', which may be %s or %s"
                .formatted(text.strip(), plain.replace(",", ""), plain.replace(',', '.')));
      }
      return read(text, plain, DecimalMark.COMMA);
    }
    return read(text, plain, points > 1 ? DecimalMark.COMMA : DecimalMark.POINT);
  }

  /// Reads a printed number whose decimal mark is known, for example from the rest of its source.
  public static PrintedNumber parse(String text, DecimalMark mark) {
    return read(text, plain(text), mark);
  }

  /// The number of printed decimals; negative where a power of ten was printed, as in 1e3.
  public int decimals() {
    return value.scale();
  }

  /// Half a unit of the last printed digit.
  public BigDecimal halfUnit() {
    return BigDecimal.valueOf(5, value.scale() + 1);
  }

  /// The true values that round to this number, by either convention at a half.
  public RoundingInterval rounded() {
    return new RoundingInterval(value.subtract(halfUnit()), value.add(halfUnit()));
  }

  /// The true values that give this number when digits are cut off instead of rounded.
  ///
  /// The end away from zero, which would itself be printed differently, is included.
  public RoundingInterval truncated() {
    BigDecimal unit = halfUnit().add(halfUnit());
    return switch (value.signum()) {
      case 1 -> new RoundingInterval(value, value.add(unit));
      case -1 -> new RoundingInterval(value.subtract(unit), value);
      default -> new RoundingInterval(unit.negate(), unit);
    };
  }

  /// The value where it is a whole number.
  Optional<BigDecimal> whole() {
    return value.stripTrailingZeros().scale() <= 0 ? Optional.of(value) : Optional.empty();
  }

  private static String plain(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      throw new IllegalArgumentException(
          "number must have at most %d characters but had %d"
              .formatted(LONGEST, stripped.length()));
    }
    return SPACES
        .matcher(stripped.replace('\u00B7', '.'))
        .replaceAll("")
        .replace('\u2212', '-')
        .replace('\u2013', '-');
  }

  private static PrintedNumber read(String text, String plain, DecimalMark mark) {
    String grouping = Pattern.quote(String.valueOf(mark.grouping()));
    String number = plain;
    if (plain.matches("[+-]?\\d{1,3}(" + grouping + "\\d{3})+(?!\\d).*")) {
      number = plain.replace(String.valueOf(mark.grouping()), "");
    } else if (plain.indexOf(mark.grouping()) >= 0) {
      throw notANumber(text);
    }
    Matcher matcher = FORM.matcher(number.replace(mark.decimal(), '.'));
    if (!matcher.matches() || matcher.group(2).length() + matcher.group(3).length() == 0) {
      throw notANumber(text);
    }
    if (matcher.group(2).isEmpty() && matcher.group(3).length() == 1) {
      throw notANumber(text);
    }
    return new PrintedNumber(text.strip(), new BigDecimal(matcher.group()));
  }

  private static IllegalArgumentException notANumber(String text) {
    return new IllegalArgumentException("number expected but found '%s'".formatted(text.strip()));
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(c -> c == wanted).count();
  }
}
