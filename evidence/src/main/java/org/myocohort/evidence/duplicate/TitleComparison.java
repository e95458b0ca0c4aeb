package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How two titles agree, in the forms of them that agree best.
///
/// @param similarity twice the weight of the words that they share, by the weight of both; words
///   such as `the` weigh less
/// @param exact the same letters, or all but a few of a long title
/// @param contained all words of one, four or more, stand in the other
/// @param numbersDiffer each has a number, or a single letter, that the other has not
/// @param wordsDiffer each has a word that the other has not
/// @param numberMissing one has a number that the other has not
/// @param words of the shorter one, without such as `the`
record TitleComparison(
    double similarity,
    boolean exact,
    boolean contained,
    boolean numbersDiffer,
    boolean wordsDiffer,
    boolean numberMissing,
    int words) {

  private static final double LIGHT = 0.3;
  private static final double HELD = 0.97;
  private static final int WORDS_TO_CONTAIN = 4;
  private static final int MOST_LEFT = 14;
  private static final double WORTH_A_LOOK = 0.25;
  private static final Set<String> LIGHT_WORDS =
      Set.of(
          "the", "of", "and", "in", "for", "with", "on", "to", "from", "by", "an", "a", "at", "as",
          "is", "are", "or", "s", "its", "their", "und", "der", "die", "das", "des", "von", "zur",
          "zum", "de", "la", "le", "les", "du", "et", "en", "el", "los", "las", "del", "y", "un",
          "una", "di", "il", "e", "da", "do", "dos");

  static TitleComparison of(Fingerprint first, Fingerprint second, Vocabulary vocabulary) {
    TitleComparison best = null;
    for (TitleForm mine : first.titles()) {
      for (TitleForm theirs : second.titles()) {
        TitleComparison compared = of(mine, theirs, vocabulary);
        if (best == null || compared.better(best)) {
          best = compared;
        }
      }
    }
    return best == null ? new TitleComparison(0, false, false, false, false, false, 0) : best;
  }

  private boolean better(TitleComparison other) {
    return exact != other.exact ? exact : similarity > other.similarity;
  }

  private static TitleComparison of(TitleForm first, TitleForm second, Vocabulary vocabulary) {
    if (first.compact.equals(second.compact)) {
      return new TitleComparison(
          1, true, false, false, false, false, heavy(first.words, vocabulary));
    }
    double shared = 0;
    int mine = 0;
    int theirs = 0;
    List<Integer> leftFirst = new ArrayList<>();
    List<Integer> leftSecond = new ArrayList<>();
    while (mine < first.sorted.length || theirs < second.sorted.length) {
      if (theirs == second.sorted.length
          || (mine < first.sorted.length && first.sorted[mine] < second.sorted[theirs])) {
        leftFirst.add(first.sorted[mine++]);
      } else if (mine == first.sorted.length || first.sorted[mine] > second.sorted[theirs]) {
        leftSecond.add(second.sorted[theirs++]);
      } else {
        shared += weight(vocabulary.word(first.sorted[mine]));
        mine++;
        theirs++;
      }
    }
    double weightFirst = shared + weight(leftFirst, vocabulary);
    double weightSecond = shared + weight(leftSecond, vocabulary);
    double similarity = 2 * shared / (weightFirst + weightSecond);
    if (similarity > WORTH_A_LOOK
        && leftFirst.size() <= MOST_LEFT
        && leftSecond.size() <= MOST_LEFT) {
      double before = weight(leftFirst, vocabulary) + weight(leftSecond, vocabulary);
      pairAlike(leftFirst, leftSecond, vocabulary);
      pairJoined(first, second, leftFirst, leftSecond, vocabulary);
      double after = weight(leftFirst, vocabulary) + weight(leftSecond, vocabulary);
      shared += (before - after) / 2;
      similarity = Math.min(1, 2 * shared / (weightFirst + weightSecond));
    }
    int numbersFirst = countNumbers(leftFirst, vocabulary);
    int numbersSecond = countNumbers(leftSecond, vocabulary);
    int heavyFirst = heavy(leftFirst, vocabulary) - numbersFirst;
    int heavySecond = heavy(leftSecond, vocabulary) - numbersSecond;
    int shorter = Math.min(heavy(first.words, vocabulary), heavy(second.words, vocabulary));
    return new TitleComparison(
        similarity,
        heavyFirst + heavySecond + numbersFirst + numbersSecond == 0,
        shorter >= WORDS_TO_CONTAIN && shared >= HELD * Math.min(weightFirst, weightSecond),
        numbersFirst > 0 && numbersSecond > 0,
        heavyFirst > 0 && heavySecond > 0,
        (numbersFirst > 0) != (numbersSecond > 0),
        shorter);
  }

  /// Takes out the words that are one word in two spellings.
  private static void pairAlike(List<Integer> first, List<Integer> second, Vocabulary vocabulary) {
    for (int mine = 0; mine < first.size(); mine++) {
      for (int theirs = 0; theirs < second.size(); theirs++) {
        if (Spelling.alike(vocabulary.word(first.get(mine)), vocabulary.word(second.get(theirs)))) {
          take(first, mine);
          take(second, theirs);
          mine--;
          break;
        }
      }
    }
  }

  private static void take(List<Integer> from, int at) {
    from.subList(at, at + 1).clear();
  }

  /// Takes out what is left on both sides where it is the same letters parted in other places:
  /// `crowd build` and `crowdbuild`, `statesthe` and `states the`.
  private static void pairJoined(
      TitleForm first,
      TitleForm second,
      List<Integer> leftFirst,
      List<Integer> leftSecond,
      Vocabulary vocabulary) {
    String joinedFirst = joined(first, leftFirst, vocabulary);
    String joinedSecond = joined(second, leftSecond, vocabulary);
    if (!joinedFirst.isEmpty()
        && (joinedFirst.equals(joinedSecond) || Spelling.alike(joinedFirst, joinedSecond))) {
      leftFirst.clear();
      leftSecond.clear();
    }
  }

  private static String joined(TitleForm form, List<Integer> left, Vocabulary vocabulary) {
    List<Integer> remaining = new ArrayList<>(left);
    StringBuilder joined = new StringBuilder();
    for (int word : form.words) {
      if (remaining.remove(Integer.valueOf(word))) {
        joined.append(vocabulary.word(word));
      }
    }
    return joined.toString();
  }

  private static double weight(List<Integer> words, Vocabulary vocabulary) {
    double weight = 0;
    for (int word : words) {
      weight += weight(vocabulary.word(word));
    }
    return weight;
  }

  private static double weight(String word) {
    return LIGHT_WORDS.contains(word) ? LIGHT : 1;
  }

  private static int heavy(int[] words, Vocabulary vocabulary) {
    int heavy = 0;
    for (int word : words) {
      heavy += LIGHT_WORDS.contains(vocabulary.word(word)) ? 0 : 1;
    }
    return heavy;
  }

  private static int heavy(List<Integer> words, Vocabulary vocabulary) {
    int heavy = 0;
    for (int word : words) {
      heavy += LIGHT_WORDS.contains(vocabulary.word(word)) ? 0 : 1;
    }
    return heavy;
  }

  /// Numbers, and the single letters of `vitamin D` and `hepatitis C`.
  private static int countNumbers(List<Integer> words, Vocabulary vocabulary) {
    int numbers = 0;
    for (int number : words) {
      String word = vocabulary.word(number);
      boolean letter = word.length() == 1 && word.charAt(0) < 0x80 && !LIGHT_WORDS.contains(word);
      numbers += letter || Letters.number(word) ? 1 : 0;
    }
    return numbers;
  }
}
