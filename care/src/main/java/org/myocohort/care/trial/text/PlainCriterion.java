package org.myocohort.care.trial.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.myocohort.care.rule.Rule;
import org.myocohort.care.trial.rule.Criterion.Kind;

/// Reads a criterion that says one plain thing and nothing else.
///
/// Every pattern has to fit the whole text: a word that none of them knows (`unless`, `except`,
/// `if`) leaves it unread. A wrong reading is worse than none.
final class PlainCriterion {
  private static final Pattern PARENTHESES =
      Pattern.compile(
          " ?\\((?:ICF|inclusive|ULN|ANC|WBC|CRP|AST|ALT|SGOT|SGPT|CK|CPK|ESR|Hgb|Hb|PLT|RTX|MTX|AZA|MMF|CYC|IVIG|hs-?CRP)\\)",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 160;

  private PlainCriterion() {}

  static Optional<Rule> read(String text, Kind kind) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = normalised(text);
    return PlainAge.read(plain, kind)
        .or(() -> PlainMeasurement.read(plain, kind))
        .or(() -> PlainDrug.read(plain, kind));
  }

  /// One spelling for signs and words of comparison.
  static String normalised(String text) {
    return PARENTHESES
        .matcher(text)
        .replaceAll("")
        .replace('\u2013', '-')
        .replace('\u2212', '-')
        .replace('\u00d7', 'x')
        .replace("\u2265", ">=")
        .replace("\u2264", "<=")
        .replace("\u2267", ">=")
        .replace("\u2266", "<=")
        .replace(">/=", ">=")
        .replace("</=", "<=")
        .replace("=>", ">=")
        .replace("=<", "<=")
        .replaceAll("(?i)\\b(?:greater|more|higher) than or equal to\\b", ">=")
        .replaceAll("(?i)\\b(?:less|lower|fewer) than or equal to\\b", "<=")
        .replaceAll("(?i)\\bequal to or (?:greater|more|higher) than\\b", ">=")
        .replaceAll("(?i)\\bequal to or (?:less|lower) than\\b", "<=")
        .replaceAll("(?i)\\bof at least\\b|\\bat least\\b", ">=")
        .replaceAll("(?i)\\b(?:greater|more|higher|older) than\\b|\\bexceeding\\b|\\babove\\b", ">")
        .replaceAll("(?i)\\b(?:less|lower|fewer|younger) than\\b|\\bbelow\\b|\\bunder\\b", "<")
        .replaceAll("([<>]=?)", " $1 ")
        .replaceAll("([<>]) +=", "$1=")
        .replaceAll("\\s+", " ")
        .replaceAll("[.;,]+$", "")
        .strip();
  }
}
