package org.myocohort.evidence.printed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.statistics.reported.DecimalMark;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.PrintedProbability;

/// Pieces of the patterns that find printed numbers, and how the pieces are read.
///
/// The patterns work on [PrintedText#clean()].
final class Words {
  /// A number with sign, decimals and grouped thousands; never the tail of a longer one.
  static final String NUMBER =
      "(?<![\\d.,])[-+]?(?:\\d{1,3}(?:[ ,]\\d{3})+(?:\\.\\d+)?(?![\\d,])|\\d+(?:[.,]\\d+)?|\\.\\d+)";

  /// A p value, its sign in the first group and its number in the second; or "ns" in the third.
  static final String P =
      "\\b[pP](?:[- ]?[vV]alues?)?(?: ?(?:was|of))? ?(?:([=<>\u2264\u2265]{1,2}|is) ?("
          + "0?[.,]\\d+|[01](?:[.,]\\d+)?)(?:( ?(?:x|\u00D7) ?10)?)|=? ?([nN]\\.?[sS]\\.?))(?![\\d%])";

  /// Members of a sample.
  static final String PEOPLE =
      "(?:patients?|subjects?|participants?|individuals?|volunteers?|women|men|children|adults?"
          + "|infants|persons|people|cases|controls|responders|non-?responders|adolescents"
          + "|outpatients|inpatients|males|females|boys|girls|pts|survivors|pazienti|soggetti)";

  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  /// A whole number in digits or in English words.
  static final String WHOLE =
      "(?:\\d{1,3}(?:[ ,]\\d{3})+(?!\\d)|\\d+|(?:(?:"
          + String.join("|", TENS)
          + ")(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
          + String.join("|", SMALL.reversed())
          + ")\\b(?![ -](?:[Hh]undred|[Tt]housand)))";

  private static final int LARGEST = 100_000_000;
  private static final Pattern COMMA_DECIMAL = Pattern.compile("(?<!\\d)0,\\d{1,3}(?!\\d|,\\d)");
  private static final Pattern POINT_DECIMAL = Pattern.compile("(?<!\\d)0?\\.\\d");

  private static final Pattern LONGER =
      Pattern.compile("(?:hundred|thousand|ty)(?:[ -]| and )$", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_LINK = 13;

  private Words() {}

  /// Whether the number that begins here is the tail of one in more words, as in "one hundred and
  /// six", which [#WHOLE] does not hold.
  static boolean tail(String text, int start) {
    return Character.isLetter(text.charAt(start))
        && LONGER.matcher(text.substring(Math.max(0, start - LONGEST_LINK), start)).find();
  }

  /// The decimal mark of a document, from the decimals below one that it prints.
  static DecimalMark mark(String clean) {
    return COMMA_DECIMAL.matcher(clean).find() && !POINT_DECIMAL.matcher(clean).find()
        ? DecimalMark.COMMA
        : DecimalMark.POINT;
  }

  static Optional<PrintedNumber> number(@Nullable String text, DecimalMark mark) {
    if (text == null) {
      return Optional.empty();
    }
    String plain = text.startsWith("+") ? text.substring(1) : text;
    try {
      return Optional.of(PrintedNumber.parse(plain, mark));
    } catch (IllegalArgumentException _) {
      try {
        return Optional.of(PrintedNumber.parse(plain));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
  }

  /// The p of a match of [#P], whose groups begin with this one; empty for a power of ten.
  static Optional<PrintedProbability> p(Matcher matcher, int group, DecimalMark mark) {
    if (matcher.group(group + 3) != null) {
      return Optional.of(PrintedProbability.parse(">0.05"));
    }
    String sign = matcher.group(group);
    if (sign == null || matcher.group(group + 2) != null) {
      return Optional.empty();
    }
    String relation =
        switch (sign) {
          case "<", "\u2264", "<=", "=<" -> "<";
          case ">", "\u2265", ">=", "=>" -> ">";
          case "=", "is", "==" -> "=";
          default -> "";
        };
    if (relation.isEmpty()) {
      return Optional.empty();
    }
    PrintedProbability.Relation kind =
        switch (relation) {
          case "<" -> PrintedProbability.Relation.BELOW;
          case ">" -> PrintedProbability.Relation.ABOVE;
          default -> PrintedProbability.Relation.EQUAL;
        };
    return number(matcher.group(group + 1), mark)
        .map(number -> new PrintedProbability(kind, number));
  }

  /// A whole number of [#WHOLE], or -1 where it is too large.
  static int whole(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (Character.isDigit(lower.charAt(0))) {
      String digits = lower.replace(",", "").replace(" ", "");
      return digits.length() > 8 ? -1 : Math.min(LARGEST, Integer.parseInt(digits));
    }
    int small = SMALL.indexOf(lower);
    if (small >= 0) {
      return small;
    }
    String[] parts = lower.split("[- ]", 2);
    int tens = 10 * (TENS.indexOf(parts[0]) + 2);
    return parts.length == 1 ? tens : tens + SMALL.indexOf(parts[1]);
  }
}
