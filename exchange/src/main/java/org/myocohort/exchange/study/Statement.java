package org.myocohort.exchange.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AntibodyResult.Result;
import org.myocohort.patient.Truth;
import org.myocohort.vocabulary.Vocabulary;

/// One entry of a published list taken apart: what it is about, and whether it says that it is
/// there: `fever`, `no fever`, `fever absent`.
///
/// @param subject what the entry is about, as written
/// @param present whether it is there, UNKNOWN where the entry says that it is not reported
record Statement(String subject, Truth present) {
  private static final List<String> ABSENT_BEFORE =
      List.of("no ", "without ", "absence of ", "absent ", "senza ", "nessun ", "nessuna ");
  private static final List<String> ABSENT_AFTER = List.of(" absent", " assente", " negative");
  private static final List<String> PRESENT_AFTER = List.of(" present", " presente");

  private static final Map<String, Result> RESULTS = results();

  /// One entry of a list of antibodies: `anti-PL12`, `Jo-1 positive`, `PL-7-`, `anti-Ro52 ++`.
  ///
  /// @param subject the antibody, as written
  /// @param result what was found, or null where the entry says that it is not reported
  /// @param titre the marks that it was found with, such as `++`
  record Antibody(String subject, @Nullable Result result, String titre) {}

  static Statement finding(String entry) {
    // The vocabulary first: it holds findings that begin with "no".
    if (Words.find(Vocabulary.findings(), entry).isPresent()) {
      return new Statement(entry, Truth.TRUE);
    }
    String lower = entry.toLowerCase(Locale.ROOT);
    for (String before : ABSENT_BEFORE) {
      if (lower.startsWith(before)) {
        return new Statement(entry.substring(before.length()).strip(), Truth.FALSE);
      }
    }
    for (String after : ABSENT_AFTER) {
      if (lower.endsWith(after)) {
        return new Statement(withoutEnd(entry, after), Truth.FALSE);
      }
    }
    for (String after : PRESENT_AFTER) {
      if (lower.endsWith(after)) {
        return new Statement(withoutEnd(entry, after), Truth.TRUE);
      }
    }
    return withoutReason(entry)
        .map(subject -> new Statement(subject, Truth.UNKNOWN))
        .orElseGet(() -> new Statement(entry, Truth.TRUE));
  }

  static Antibody antibody(String entry) {
    String lower = entry.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Result> word : RESULTS.entrySet()) {
      if (lower.endsWith(" " + word.getKey())) {
        return new Antibody(withoutEnd(entry, word.getKey()), word.getValue(), "");
      }
      if (lower.startsWith(word.getKey() + " ")) {
        return new Antibody(entry.substring(word.getKey().length()).strip(), word.getValue(), "");
      }
    }
    if (lower.startsWith("no ")) {
      return new Antibody(entry.substring(3).strip(), Result.NEGATIVE, "");
    }
    Optional<String> unknown = withoutReason(entry);
    return unknown.isPresent() ? new Antibody(unknown.get(), null, "") : signed(entry);
  }

  /// An entry that ends with its result as a sign, in brackets or not.
  private static Antibody signed(String entry) {
    String text = entry;
    if (text.endsWith(")") && text.lastIndexOf('(') >= 0) {
      String inside = text.substring(text.lastIndexOf('(') + 1, text.length() - 1).strip();
      if (!inside.isEmpty() && inside.chars().allMatch(c -> "+-−–/±".indexOf(c) >= 0)) {
        text = text.substring(0, text.lastIndexOf('(')) + inside;
      }
    }
    int end = text.length();
    while (end > 0 && "+-−–/±".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String sign = text.substring(end).replace('−', '-').replace('–', '-');
    String subject = text.substring(0, end).strip();
    return switch (sign) {
      case "" -> new Antibody(subject, Result.POSITIVE, "");
      case "+" -> new Antibody(subject, Result.POSITIVE, "");
      case "++", "+++", "++++" -> new Antibody(subject, Result.POSITIVE, sign);
      case "-" -> new Antibody(subject, Result.NEGATIVE, "");
      case "+/-", "±", "-/+" -> new Antibody(subject, Result.EQUIVOCAL, "");
      // Left as it is: no antibody has such a name, so it is refused.
      default -> new Antibody(entry, Result.POSITIVE, "");
    };
  }

  /// The subject of an entry that ends with why nothing is known of it, such as `fever NR`.
  private static Optional<String> withoutReason(String entry) {
    for (int space = entry.indexOf(' '); space > 0; space = entry.indexOf(' ', space + 1)) {
      if (CellReader.absence(entry.substring(space + 1).strip()) != null) {
        return Optional.of(withoutEnd(entry, entry.substring(space)));
      }
    }
    return Optional.empty();
  }

  /// The text before an ending, without the mark that may stand between.
  private static String withoutEnd(String text, String end) {
    String start = text.substring(0, text.length() - end.length()).strip();
    return start.endsWith(":") || start.endsWith("=")
        ? start.substring(0, start.length() - 1).strip()
        : start;
  }

  private static Map<String, Result> results() {
    Map<String, Result> results = new LinkedHashMap<>();
    results.put("weak positive", Result.WEAK_POSITIVE);
    results.put("weakly positive", Result.WEAK_POSITIVE);
    results.put("not tested", Result.NOT_TESTED);
    results.put("positive", Result.POSITIVE);
    results.put("positivo", Result.POSITIVE);
    results.put("pos", Result.POSITIVE);
    results.put("present", Result.POSITIVE);
    results.put("equivocal", Result.EQUIVOCAL);
    results.put("borderline", Result.EQUIVOCAL);
    results.put("negative", Result.NEGATIVE);
    results.put("negativo", Result.NEGATIVE);
    results.put("neg", Result.NEGATIVE);
    results.put("absent", Result.NEGATIVE);
    return results;
  }
}
