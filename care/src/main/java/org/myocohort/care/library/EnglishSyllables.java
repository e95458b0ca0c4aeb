package org.myocohort.care.library;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the syllables of an English word by its spelling.
///
/// 1. The parts between hyphens are counted each for itself.
/// 2. A part of capitals and digits is spelled out: one a sign, three for `W` (`CK` 2, `MRI` 3).
/// 3. A word of the list of exceptions has the count of the list.
/// 4. Otherwise: one for each run of the vowels a, e, i, o, u, y (`y` before a vowel at the start
///    is none); one more for a run that is read as two (`ia`, `io`, `iu`, `eo`, `ua`, `uo`, `ya`,
///    `yo`, and a vowel before `-ing`), save where a consonant softens it (`-tion`, `special`,
///    `language`); one less for a silent `e` at the end, in `-es` and `-ed`, and before `-ly`,
///    `-ment` and their like. At least one.
///
/// Spelling does not settle every word: the rules count `tired` as one and `poem` as one. The words
/// of the library's English pages were read through with their counts, and what was wrong became an
/// exception.
final class EnglishSyllables {
  private static final Pattern SPELLED = Pattern.compile("[\\p{Lu}\\p{N}.,]*\\p{N}|\\p{Lu}{2,}");
  private static final Pattern NEGATION = Pattern.compile("(.*)n['’]t");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern IN_TWO =
      Pattern.compile(
          "(?:(?<![ctsg])i[aou]|i[aou](?![nul]))(?<![ln]io(?=n))"
              + "|(?<!g)eo(?!u)|(?<![qg])u[ao]|(?<=[^aeiouy])y[ao]");
  private static final Pattern BEFORE_ING = Pattern.compile("[aeiouy]ing");
  private static final Pattern SILENT_END =
      Pattern.compile("[^aeiouy]e|[^aeiouysxzcg]es|[^aeiouytd]ed");
  private static final Pattern SPOKEN_END = Pattern.compile("(?:.*[^aeiouylr]le[sd]?|.*[cs]hes)");
  private static final Pattern SILENT_WITHIN =
      Pattern.compile("[^aeiouy]e(?:ly|ment|ments|ful|less|ness)");

  private static final Map<String, Integer> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("anyone", 3),
          Map.entry("area", 3),
          Map.entry("areas", 3),
          Map.entry("being", 2),
          Map.entry("covid", 2),
          Map.entry("create", 2),
          Map.entry("creatine", 3),
          Map.entry("diabetes", 4),
          Map.entry("diet", 2),
          Map.entry("element", 3),
          Map.entry("every", 2),
          Map.entry("everyone", 3),
          Map.entry("fluid", 2),
          Map.entry("guideline", 2),
          Map.entry("guidelines", 2),
          Map.entry("idea", 3),
          Map.entry("iga", 3),
          Map.entry("people", 2),
          Map.entry("protein", 2),
          Map.entry("quiet", 2),
          Map.entry("science", 2),
          Map.entry("someone", 2),
          Map.entry("something", 2),
          Map.entry("sometimes", 2),
          Map.entry("variety", 4));

  private EnglishSyllables() {}

  /// Syllables of one word, at least one.
  static int in(String word) {
    int count = 0;
    for (String part : word.split("-", -1)) {
      count += part.isEmpty() ? 0 : ofPart(part);
    }
    return Math.max(1, count);
  }

  private static int ofPart(String part) {
    if (SPELLED.matcher(part).matches() && !EXCEPTIONS.containsKey(lower(part))) {
      return part.chars().filter(Character::isLetterOrDigit).map(s -> s == 'W' ? 3 : 1).sum();
    }
    Matcher negation = NEGATION.matcher(lower(part));
    if (negation.matches()) {
      String verb = negation.group(1);
      return spoken(verb) + (VOWELS.matcher(lastOf(verb)).matches() ? 0 : 1);
    }
    return spoken(lower(part).split("['’]", 2)[0]);
  }

  private static int spoken(String word) {
    Integer known = EXCEPTIONS.get(word);
    if (known != null) {
      return known;
    }
    String sounded = startsWithConsonantY(word) ? word.substring(1) : word;
    int count = found(VOWELS, sounded) + found(IN_TWO, sounded);
    count += endsWith(BEFORE_ING, sounded) ? 1 : 0;
    boolean silent = endsWith(SILENT_END, sounded) && !SPOKEN_END.matcher(sounded).matches();
    count -= silent || endsWith(SILENT_WITHIN, sounded) ? 1 : 0;
    return Math.max(1, count);
  }

  private static boolean startsWithConsonantY(String word) {
    return word.length() > 1
        && word.charAt(0) == 'y'
        && VOWELS.matcher(word.substring(1, 2)).matches();
  }

  private static String lastOf(String word) {
    return word.isEmpty() ? "" : word.substring(word.length() - 1);
  }

  private static int found(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }

  private static boolean endsWith(Pattern pattern, String text) {
    return Pattern.compile("(?:" + pattern.pattern() + ")$").matcher(text).find();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
