package org.myocohort.evidence.extraction;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.myocohort.evidence.printed.PrintedText;
import org.myocohort.exchange.study.CellReader;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.vocabulary.Vocabulary;

/// Whether two people who typed a cell say the same.
///
/// Numbers are equal as values, lists whatever their order, words of a vocabulary where they mean
/// one thing, other words without regard to case. Two reasons for absence are equal where they are
/// one reason, and no value equals a reason.
final class CellForm {
  private static final Pattern NUMBER =
      Pattern.compile("([<>]?) ?([-+\u2212]?)(\\d{1,15}(?:[.,]\\d{1,10})?)");

  /// A word that ends otherwise may say that something is not there, which a vocabulary overlooks.
  private static final Pattern PLAIN = Pattern.compile("[^?\u00B1!*=:/]*[\\p{L}\\p{N})%]");

  private static final Map<String, Vocabulary> LISTS =
      Map.of(
          "patients.manifestations", Vocabulary.findings(),
          "patients.antibody", Vocabulary.antibodies(),
          "patients.prior_treatments", Vocabulary.drugs(),
          "patients.concomitant_treatments", Vocabulary.drugs(),
          "reports.drugs", Vocabulary.drugs());

  private CellForm() {}

  static boolean same(String table, String column, String first, String second) {
    return first.equals(second) || of(table, column, first).equals(of(table, column, second));
  }

  /// What a cell says, in one way of writing.
  static String of(String table, String column, String text) {
    AbsenceReason absent = CellReader.absence(text);
    if (absent != null) {
      return "absent: " + absent.name();
    }
    if (column.equals("printed") || column.equals("quote")) {
      return PrintedText.of("", text).clean().replaceAll("\\s+", " ").strip();
    }
    if (column.equals("sex")) {
      // The study's reader takes the letter for the word.
      return text.substring(0, 1).toLowerCase(Locale.ROOT);
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      BigDecimal value = new BigDecimal(number.group(3).replace(',', '.')).stripTrailingZeros();
      boolean negative = !number.group(2).isEmpty() && !number.group(2).equals("+");
      return number.group(1) + (negative ? value.negate() : value).toPlainString();
    }
    Optional<Vocabulary> vocabulary = vocabulary(table, column);
    if (text.indexOf(';') < 0) {
      return word(vocabulary, text);
    }
    Set<String> entries = new TreeSet<>();
    Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(entry -> entries.add(word(vocabulary, entry)));
    return String.join("; ", entries);
  }

  private static String word(Optional<Vocabulary> vocabulary, String text) {
    AbsenceReason absent = CellReader.absence(text);
    if (absent != null) {
      return "absent: " + absent.name();
    }
    String plain = text.endsWith("+") ? text.substring(0, text.length() - 1).strip() : text;
    return vocabulary
        .filter(_ -> PLAIN.matcher(plain).matches())
        .flatMap(known -> known.find(plain))
        .map(Vocabulary.Term::code)
        .orElseGet(() -> text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
  }

  private static Optional<Vocabulary> vocabulary(String table, String column) {
    Vocabulary list = LISTS.get(table + "." + column);
    if (list != null) {
      return Optional.of(list);
    }
    return StudySchema.table(table)
        .flatMap(known -> known.column(column))
        .flatMap(known ->
            switch (known.type()) {
              case ANTIBODY -> Optional.of(Vocabulary.antibodies());
              case FINDING -> Optional.of(Vocabulary.findings());
              case DRUG -> Optional.of(Vocabulary.drugs());
              case MEASUREMENT -> Optional.of(Vocabulary.measurements());
              case STRING, NUMBER, WHOLE, LIMITED, MOMENT, WORD, LIST, PATIENT, UNIT ->
                  Optional.empty();
            });
  }
}
