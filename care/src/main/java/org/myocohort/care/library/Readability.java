package org.myocohort.care.library;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How easily a text reads: its counts, and the two figures made from them.
///
/// - **Word:** a run of letters and digits; an apostrophe or a hyphen within it does not split it
///   (`dell'esame` and `sei-dodici` are one word, which makes a text harder, never easier), nor
///   does a point or comma between digits.
/// - **Letter:** a letter or digit of a word.
/// - **Syllable:** counted by the English rules of [EnglishSyllables]; without meaning in Italian.
/// - **Sentence:** ends at a run of `.`, `!`, `?` or `…` before a space or the end; each passage
///   ends one. Abbreviations are not known, so a text for this measure has none.
public record Readability(int sentences, int words, int letters, int syllables) {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?…]+(?=\\s|$)");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:['’\\-][\\p{L}\\p{N}]+|(?<=\\p{N})[.,]\\p{N}+)*");

  public Readability {
    if (!(sentences >= 1 && words >= 1)) {
      throw new IllegalArgumentException(
          "a text must hold a word, found " + words + " in " + sentences + " sentences");
    }
  }

  /// Counts passages: paragraphs, list items or single sentences.
  ///
  /// @throws IllegalArgumentException where they hold no word
  public static Readability of(List<String> passages) {
    int sentences = 0;
    int words = 0;
    int letters = 0;
    int syllables = 0;
    for (String passage : passages) {
      for (String sentence : SENTENCE_END.split(passage, -1)) {
        Matcher word = WORD.matcher(sentence);
        int before = words;
        while (word.find()) {
          words++;
          letters += (int) word.group().codePoints().filter(Character::isLetterOrDigit).count();
          syllables += EnglishSyllables.in(word.group());
        }
        sentences += words > before ? 1 : 0;
      }
    }
    return new Readability(sentences, words, letters, syllables);
  }

  /// School grade of an English text; lower is easier, and a very easy text falls below 0.
  ///
  ///     grade = 0.39 words / sentences + 11.8 syllables / words - 15.59
  ///
  /// Source: Kincaid JP, Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability
  /// formulas for Navy enlisted personnel. Research Branch Report 8-75, 1975. From memory.
  public double fleschKincaidGrade() {
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  /// Gulpease index of an Italian text; higher is easier. Its scale is 0 to 100; a text of very
  /// short sentences passes 100 and is left there.
  ///
  ///     index = 89 + (300 sentences - 10 letters) / words
  ///
  /// Source: Lucisano P, Piemontese ME. GULPEASE: una formula per la predizione della difficoltà
  /// dei testi in lingua italiana. Scuola e Città 1988;3:110-124. From memory.
  public double gulpease() {
    return 89 + (300.0 * sentences - 10.0 * letters) / words;
  }
}
