package org.myocohort.app.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.Moment;

/// A cell as somebody typed it, read for its column: the text that is stored, or what is wrong.
///
/// A decimal comma and a decimal point mean the same and are stored as a point. What may be either
/// a decimal or a thousand (`1,234` in English, `1.234` in Italian) is asked about, never guessed.
public sealed interface TypedCell {
  /// The text to store, empty where nothing was typed.
  record Sound(String text) implements TypedCell {}

  /// What is wrong.
  ///
  /// @param code key of the sentence under `problem.`
  record Wrong(String code, List<String> values) implements TypedCell {
    public Wrong {
      values = List.copyOf(values);
    }
  }

  /// Words for a value that is not there, and the keys that stand for them, as typed in any case.
  Map<String, String> ABSENT =
      Map.ofEntries(
          Map.entry("n", "ND"),
          Map.entry("nd", "ND"),
          Map.entry("not done", "ND"),
          Map.entry("non eseguito", "ND"),
          Map.entry("u", "unknown"),
          Map.entry("unk", "unknown"),
          Map.entry("unknown", "unknown"),
          Map.entry("non noto", "unknown"),
          Map.entry("a", "NA"),
          Map.entry("na", "NA"),
          Map.entry("n/a", "NA"),
          Map.entry("not applicable", "NA"),
          Map.entry("non applicabile", "NA"),
          Map.entry("r", "refused"),
          Map.entry("refused", "refused"),
          Map.entry("rifiutato", "refused"),
          Map.entry("nr", "NR"),
          Map.entry("not reported", "NR"),
          Map.entry("non riportato", "NR"));

  Pattern EUROPEAN = Pattern.compile("(?:(\\d{1,2})([./-]))?(\\d{1,2})([./-])(\\d{4})");

  /// Reads what was typed.
  static TypedCell read(StudySchema.Column column, String typed, Language language) {
    String text = typed.replaceAll("\\p{Cntrl}+", " ").strip();
    if (text.isEmpty()) {
      return column.required() ? wrong("value-expected") : new Sound("");
    }
    return switch (column.type()) {
      case NUMBER, WHOLE, LIMITED -> number(column, text, language);
      case MOMENT -> moment(text, language);
      case WORD -> word(column, text);
      case STRING, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT -> new Sound(text);
    };
  }

  private static TypedCell word(StudySchema.Column column, String text) {
    for (String word : column.words()) {
      if (word.equalsIgnoreCase(text)) {
        return new Sound(word);
      }
    }
    String absent = ABSENT.get(text.toLowerCase(Locale.ROOT));
    return absent == null
        ? wrong("one-of-expected", String.join(", ", column.words()))
        : new Sound(absent);
  }

  private static TypedCell number(StudySchema.Column column, String text, Language language) {
    String absent = ABSENT.get(text.toLowerCase(Locale.ROOT));
    if (absent != null) {
      return new Sound(absent);
    }
    boolean limited = text.startsWith("<") || text.startsWith(">");
    if (limited && column.type() != StudySchema.Type.LIMITED) {
      return wrong("entry-number-expected");
    }
    String digits = (limited ? text.substring(1).strip() : text).replace('\u2212', '-');
    if (isAmbiguous(digits, language)) {
      return wrong("entry-thousand-or-decimal");
    }
    digits = digits.replace(',', '.');
    if (!digits.matches("[-+]?(\\d{1,15}(\\.\\d{0,12})?|\\.\\d{1,12})")) {
      return wrong(
          column.type() == StudySchema.Type.LIMITED
              ? "entry-limited-expected"
              : "entry-number-expected");
    }
    BigDecimal number = new BigDecimal(digits.startsWith("+") ? digits.substring(1) : digits);
    if (column.type() == StudySchema.Type.WHOLE && number.stripTrailingZeros().scale() > 0) {
      return wrong("day-expected");
    }
    BigDecimal minimum = column.minimum();
    BigDecimal maximum = column.maximum();
    if ((minimum != null && number.compareTo(minimum) < 0)
        || (maximum != null && number.compareTo(maximum) > 0)) {
      return minimum != null && maximum != null
          ? wrong("number-between", minimum.toPlainString(), maximum.toPlainString())
          : minimum != null
              ? wrong("number-at-least", minimum.toPlainString())
              : wrong("number-at-most", maximum == null ? "" : maximum.toPlainString());
    }
    return new Sound((limited ? text.substring(0, 1) : "") + number.toPlainString());
  }

  /// Three digits after the mark that groups thousands in this language, and a number before it
  /// that could be a group.
  private static boolean isAmbiguous(String digits, Language language) {
    return switch (language) {
      case en -> digits.matches("[1-9]\\d{0,2},\\d{3}");
      case it -> digits.matches("[1-9]\\d{0,2}\\.\\d{3}");
    };
  }

  private static TypedCell moment(String text, Language language) {
    String absent = ABSENT.get(text.toLowerCase(Locale.ROOT));
    if (absent != null) {
      return new Sound(absent);
    }
    Matcher parts = EUROPEAN.matcher(text);
    String iso = text;
    if (parts.matches()) {
      String day = parts.group(1);
      // 3/4/2026 is April in Europe and March in America; with points it is always Europe.
      boolean clear =
          day == null
              || language == Language.it
              || parts.group(2).equals(".")
              || Integer.parseInt(day) > 12;
      if (!clear || (day != null && !parts.group(2).equals(parts.group(4)))) {
        return wrong("entry-date-unclear");
      }
      iso = parts.group(5) + two(parts.group(3)) + (day == null ? "" : two(day));
    }
    return Moment.parse(iso).isPresent() ? new Sound(iso) : wrong("entry-date-expected");
  }

  private static String two(String number) {
    return number.length() == 1 ? "-0" + number : "-" + number;
  }

  private static Wrong wrong(String code, String... values) {
    return new Wrong(code, List.of(values));
  }
}
