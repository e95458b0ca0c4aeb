package org.myocohort.evidence.printed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.statistics.reported.DecimalMark;
import org.myocohort.statistics.reported.PrintedNumber;
import org.myocohort.statistics.reported.RoundingInterval;

/// The numbers of a short printed string, in digits or words, each in every way that it may be
/// read: `1,234` is 1234 and 1.234, `15 200` is 15, 200 and 15200.
///
/// @param values as printed
/// @param percentages those followed by a percent sign or word
public record PrintedNumbers(List<BigDecimal> values, List<PrintedNumber> percentages) {
  private static final Pattern NUMBER =
      Pattern.compile("(" + Words.NUMBER + ")(\\s?(?:%|per ?cent))?");
  private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9])" + Words.WHOLE);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public PrintedNumbers {
    values = List.copyOf(values);
    percentages = List.copyOf(percentages);
  }

  /// Reads a printed string; soft hyphens, thin spaces, true minus signs and the like are
  /// understood as [PrintedText] does.
  public static PrintedNumbers in(String printed) {
    String clean = PrintedText.of("", printed).clean();
    List<BigDecimal> values = new ArrayList<>();
    List<PrintedNumber> percentages = new ArrayList<>();
    Matcher number = NUMBER.matcher(clean);
    while (number.find()) {
      for (PrintedNumber reading : readings(number.group(1))) {
        values.add(reading.value());
        if (number.group(2) != null) {
          percentages.add(reading);
        }
      }
    }
    Matcher word = WORD.matcher(clean);
    while (word.find()) {
      int whole = Words.whole(word.group());
      if (whole >= 0 && !Words.tail(clean, word.start())) {
        values.add(BigDecimal.valueOf(whole));
      }
    }
    return new PrintedNumbers(values.stream().distinct().toList(), percentages);
  }

  private static List<PrintedNumber> readings(String number) {
    List<PrintedNumber> readings = new ArrayList<>();
    List<String> texts = new ArrayList<>(List.of(number));
    if (number.indexOf(' ') >= 0) {
      texts.addAll(List.of(number.split(" ", -1)));
    }
    for (String text : texts) {
      for (DecimalMark mark : DecimalMark.values()) {
        String plain = text.startsWith("+") ? text.substring(1) : text;
        try {
          readings.add(PrintedNumber.parse(plain, mark));
        } catch (IllegalArgumentException _) {
          // Not a number by this mark: the other one reads it.
        }
      }
    }
    return readings;
  }

  /// Whether a number stands there, as printed or as the share that a percentage is.
  public boolean hold(BigDecimal typed) {
    return values.stream().anyMatch(value -> value.compareTo(typed) == 0)
        || percentages.stream()
            .anyMatch(percent -> percent.value().compareTo(typed.multiply(HUNDRED)) == 0);
  }

  /// Whether a percentage stands there that so many of so many may have been rounded or cut to.
  public boolean holdShare(int events, int total) {
    if (total <= 0) {
      return false;
    }
    return percentages.stream()
        .anyMatch(percent ->
            gives(percent.rounded(), events, total) || gives(percent.truncated(), events, total));
  }

  /// Compared after multiplying, so that nothing is rounded twice.
  private static boolean gives(RoundingInterval percent, int events, int total) {
    BigDecimal scaled = HUNDRED.multiply(BigDecimal.valueOf(events));
    BigDecimal all = BigDecimal.valueOf(total);
    return percent.lower().multiply(all).compareTo(scaled) <= 0
        && scaled.compareTo(percent.upper().multiply(all)) <= 0;
  }
}
