package org.myocohort.evidence.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One sentence of a cleaned text.
///
/// @param from where it begins in the cleaned text
record Sentence(String text, int from) {
  private static final Pattern END =
      Pattern.compile("\n|[.?!][\\])\"]?\\d{0,3}(?: (?=[A-Z(\\[]|\\d+ )|(?=\n))|; (?=[A-Z][a-z])");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[ (\\[])(?:vs|e\\.g|i\\.e|al|fig|figs|no|nos|approx|ca|resp|dr|st|ref|refs|tab"
              + "|[A-Z]|p|[Ss]\\.[Dd]|[Cc]\\.[Ii])\\.$",
          Pattern.CASE_INSENSITIVE);

  /// The sentences in order; a semicolon before a capital ends one, as in joined abstracts.
  static List<Sentence> of(String clean) {
    List<Sentence> sentences = new ArrayList<>();
    Matcher end = END.matcher(clean);
    int from = 0;
    while (end.find()) {
      int to = end.end();
      if (decimal(clean, end.start())) {
        continue;
      }
      if (clean.charAt(end.start()) == '.'
          && ABBREVIATION
              .matcher(clean.substring(Math.max(from, end.start() - 8), end.start() + 1))
              .find()) {
        continue;
      }
      add(sentences, clean, from, to);
      from = to;
    }
    add(sentences, clean, from, clean.length());
    return sentences;
  }

  private static boolean decimal(String clean, int point) {
    return point > 0
        && point + 1 < clean.length()
        && Character.isDigit(clean.charAt(point - 1))
        && Character.isDigit(clean.charAt(point + 1));
  }

  private static void add(List<Sentence> sentences, String clean, int from, int to) {
    if (to > from && !clean.substring(from, to).isBlank()) {
      sentences.add(new Sentence(clean.substring(from, to), from));
    }
  }
}
