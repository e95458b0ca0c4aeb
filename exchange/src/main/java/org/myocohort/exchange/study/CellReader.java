package org.myocohort.exchange.study;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Reads the cells of one table into values and names what it cannot read.
public final class CellReader {
  /// Distinct words kept: a long table repeats them.
  private static final int CACHED = 20_000;

  private static final Map<String, AbsenceReason> ABSENT =
      Map.ofEntries(
          Map.entry("", AbsenceReason.NOT_RECORDED),
          Map.entry("nr", AbsenceReason.NOT_REPORTED),
          Map.entry("not reported", AbsenceReason.NOT_REPORTED),
          Map.entry("non riportato", AbsenceReason.NOT_REPORTED),
          Map.entry("nd", AbsenceReason.NOT_DONE),
          Map.entry("not done", AbsenceReason.NOT_DONE),
          Map.entry("non eseguito", AbsenceReason.NOT_DONE),
          Map.entry("na", AbsenceReason.NOT_APPLICABLE),
          Map.entry("n/a", AbsenceReason.NOT_APPLICABLE),
          Map.entry("not applicable", AbsenceReason.NOT_APPLICABLE),
          Map.entry("non applicabile", AbsenceReason.NOT_APPLICABLE),
          Map.entry("unknown", AbsenceReason.UNKNOWN),
          Map.entry("unk", AbsenceReason.UNKNOWN),
          Map.entry("non noto", AbsenceReason.UNKNOWN),
          Map.entry("refused", AbsenceReason.REFUSED),
          Map.entry("rifiutato", AbsenceReason.REFUSED));

  private final CsvFile table;
  private final CsvFile.Row row;
  private final Problems problems;
  private final Map<String, Optional<String>> codes = new HashMap<>();

  public CellReader(CsvFile table, Problems problems) {
    this.table = table;
    this.row = table.cursor();
    this.problems = problems;
  }

  /// Moves to a row, counted from 0 after the header.
  public void moveTo(int index) {
    row.moveTo(index);
  }

  /// Line of the row in the file, from 1.
  public int line() {
    return row.line();
  }

  boolean has(String column) {
    return table.column(column) >= 0;
  }

  String text(int column) {
    return row.text(column);
  }

  /// See [CsvFile.Row#thousandths].
  int thousandths(int column) {
    return row.thousandths(column);
  }

  /// The text of a cell; empty where there is no such column.
  public String text(String column) {
    return row.text(table.column(column));
  }

  void problem(int column, String code, String... values) {
    problems.add(
        table.name(),
        row.line(),
        column < 0 ? "" : table.header().get(column),
        code,
        column < 0 ? "" : row.text(column),
        values);
  }

  /// Names what is wrong with a cell.
  public void problem(String column, String code, String... values) {
    problem(table.column(column), code, values);
  }

  /// Names what is wrong with a part of a cell.
  void problemIn(String column, String found, String code, String... values) {
    problems.add(table.name(), row.line(), column, code, found, values);
  }

  /// The reason why a cell holds no value, if it holds none.
  public static @Nullable AbsenceReason absence(String text) {
    return ABSENT.get(text.toLowerCase(Locale.ROOT));
  }

  /// A text.
  public Value<String> word(String column) {
    String text = text(column);
    AbsenceReason absent = absence(text);
    return absent == null ? Value.of(text) : Value.absent(absent);
  }

  /// A number on a scale.
  ///
  /// @param minimum smallest value allowed, or null for no limit
  /// @param maximum largest value allowed, or null for no limit
  Value<BigDecimal> number(int column, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    if (column < 0) {
      return Value.absent(AbsenceReason.NOT_RECORDED);
    }
    BigDecimal plain = row.plainDecimal(column);
    Value<BigDecimal> value =
        plain != null ? Value.of(plain) : parse(row.text(column)).orElse(null);
    if (value == null) {
      problem(column, "number-expected");
      return Value.absent(AbsenceReason.UNKNOWN);
    }
    if (!fits(value, minimum, maximum)) {
      if (minimum != null && maximum != null) {
        problem(column, "number-between", minimum.toPlainString(), maximum.toPlainString());
      } else {
        problem(
            column,
            minimum != null ? "number-at-least" : "number-at-most",
            (minimum != null ? minimum : maximum) + "");
      }
      return Value.absent(AbsenceReason.UNKNOWN);
    }
    return value;
  }

  /// Whether a value may stand on a scale. A limit must leave something of the scale: `>10` cannot
  /// be on one that ends at 10, nor `<0` on one that begins at 0.
  static boolean fits(
      Value<BigDecimal> value, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    BigDecimal amount = amount(value);
    if (amount == null) {
      return true;
    }
    int above = minimum == null ? 1 : amount.compareTo(minimum);
    int below = maximum == null ? 1 : maximum.compareTo(amount);
    return above >= (value instanceof Value.Below<BigDecimal> ? 1 : 0)
        && below >= (value instanceof Value.Above<BigDecimal> ? 1 : 0);
  }

  /// A number on a scale, see [#number(int, BigDecimal, BigDecimal)].
  public Value<BigDecimal> number(
      String column, @Nullable BigDecimal minimum, @Nullable BigDecimal maximum) {
    return number(table.column(column), minimum, maximum);
  }

  /// A number more than 0.
  Value<BigDecimal> positive(String column) {
    Value<BigDecimal> value = number(column, BigDecimal.ZERO, null);
    if (value instanceof Value.Known<BigDecimal>(BigDecimal known) && known.signum() == 0) {
      problem(column, "number-above", "0");
    }
    return value;
  }

  /// A date, a month or a year.
  public Value<Moment> moment(String column) {
    String text = text(column);
    AbsenceReason absent = absence(text);
    if (absent != null) {
      return Value.absent(absent);
    }
    Optional<Moment> moment = Moment.parse(text);
    if (moment.isEmpty()) {
      problem(table.column(column), "date-expected");
      return Value.absent(AbsenceReason.UNKNOWN);
    }
    return Value.of(moment.get());
  }

  /// One of a closed set of words, in any case.
  ///
  /// @param words what each word means, in the order in which a message lists them
  public <T> Value<T> choice(String column, Map<String, T> words) {
    String text = text(column);
    for (Map.Entry<String, T> word : words.entrySet()) {
      if (word.getKey().equalsIgnoreCase(text)) {
        return Value.of(word.getValue());
      }
    }
    AbsenceReason absent = absence(text);
    if (absent == null) {
      problem(column, "one-of-expected", String.join(", ", words.keySet()));
      return Value.absent(AbsenceReason.UNKNOWN);
    }
    return Value.absent(absent);
  }

  /// The code of a word of a vocabulary.
  ///
  /// @param kind what the vocabulary holds, the first part of the message code
  Value<String> term(String column, Vocabulary vocabulary, String kind) {
    String text = text(column);
    AbsenceReason absent = absence(text);
    if (absent != null) {
      return Value.absent(absent);
    }
    // Columns of one table may use the same word for different things.
    String key = kind + ' ' + text;
    Optional<String> code = codes.get(key);
    if (code == null) {
      code = Words.find(vocabulary, text);
      if (codes.size() < CACHED) {
        codes.put(key, code);
      }
    }
    if (code.isEmpty()) {
      unknownTerm(column, text, vocabulary, kind);
      return Value.absent(AbsenceReason.UNKNOWN);
    }
    return Value.of(code.get());
  }

  /// Says that a word is not in a vocabulary, and which one is near.
  void unknownTerm(String column, String word, Vocabulary vocabulary, String kind) {
    Optional<String> near = Words.near(vocabulary, word);
    if (near.isPresent()) {
      problemIn(column, word, kind + "-unknown-near", near.get());
    } else {
      problemIn(column, word, kind + "-unknown");
    }
  }

  static @Nullable BigDecimal amount(Value<BigDecimal> value) {
    return switch (value) {
      case Value.Known<BigDecimal>(BigDecimal known) -> known;
      case Value.Below<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Above<BigDecimal>(BigDecimal limit) -> limit;
      case Value.Absent<BigDecimal>(AbsenceReason _) -> null;
    };
  }

  private Optional<Value<BigDecimal>> parse(String text) {
    AbsenceReason absent = absence(text);
    if (absent != null) {
      return Optional.of(Value.absent(absent));
    }
    char first = text.charAt(0);
    boolean limited = first == '<' || first == '>';
    String digits = (limited ? text.substring(1).strip() : text).replace('\u2212', '-');
    int comma = digits.indexOf(',');
    if (comma >= 0) {
      // In a comma-separated table 1,234 may be a thousand or a decimal: not for us to guess.
      boolean ambiguous = table.delimiter() == ',' && digits.length() - comma == 4;
      if (ambiguous || digits.indexOf(',', comma + 1) >= 0 || digits.indexOf('.') >= 0) {
        return Optional.empty();
      }
      digits = digits.replace(',', '.');
    }
    if (!isPlainNumber(digits)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(digits);
    return Optional.of(
        !limited
            ? Value.of(number)
            : first == '<' ? new Value.Below<>(number) : new Value.Above<>(number));
  }

  /// Digits with one point at most: no exponents, which a spreadsheet makes of long identifiers,
  /// and nothing so long that it cannot be a measurement.
  private static boolean isPlainNumber(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == start || text.length() > 20) {
      return false;
    }
    int digits = 0;
    int points = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }
}
