package org.myocohort.evidence.duplicate;

import java.util.Arrays;

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

  /// Titles less alike than this, word by word, are not looked at for other spellings.
  static final double WORTH_A_LOOK = 0.25;

  /// What a word such as `the` weighs.
  static final double LIGHT = 0.3;

  private static final double HELD = 0.97;
  private static final int WORDS_TO_CONTAIN = 4;
  private static final int MOST_LEFT = 14;
  private static final int TAKEN = -1;

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
      return new TitleComparison(1, true, false, false, false, false, heavy(first, vocabulary));
    }
    double shared = 0;
    int mine = 0;
    int theirs = 0;
    Words leftFirst = new Words(first.sorted.length, vocabulary);
    Words leftSecond = new Words(second.sorted.length, vocabulary);
    while (mine < first.sorted.length || theirs < second.sorted.length) {
      if (theirs == second.sorted.length
          || (mine < first.sorted.length && first.sorted[mine] < second.sorted[theirs])) {
        leftFirst.add(first.sorted[mine++]);
      } else if (mine == first.sorted.length || first.sorted[mine] > second.sorted[theirs]) {
        leftSecond.add(second.sorted[theirs++]);
      } else {
        shared += weight(first.sorted[mine], vocabulary);
        mine++;
        theirs++;
      }
    }
    double weightFirst = shared + leftFirst.weight();
    double weightSecond = shared + leftSecond.weight();
    double similarity = 2 * shared / (weightFirst + weightSecond);
    if (similarity > WORTH_A_LOOK && leftFirst.size <= MOST_LEFT && leftSecond.size <= MOST_LEFT) {
      double before = leftFirst.weight() + leftSecond.weight();
      pairAlike(leftFirst, leftSecond, vocabulary);
      pairJoined(first, second, leftFirst, leftSecond);
      double after = leftFirst.weight() + leftSecond.weight();
      shared += (before - after) / 2;
      similarity = Math.min(1, 2 * shared / (weightFirst + weightSecond));
    }
    int numbersFirst = leftFirst.numbers();
    int numbersSecond = leftSecond.numbers();
    int heavyFirst = leftFirst.heavy() - numbersFirst;
    int heavySecond = leftSecond.heavy() - numbersSecond;
    int shorter = Math.min(heavy(first, vocabulary), heavy(second, vocabulary));
    return new TitleComparison(
        similarity,
        heavyFirst + heavySecond + numbersFirst + numbersSecond == 0,
        shorter >= WORDS_TO_CONTAIN && shared >= HELD * Math.min(weightFirst, weightSecond),
        numbersFirst > 0 && numbersSecond > 0,
        heavyFirst > 0 && heavySecond > 0,
        (numbersFirst > 0) != (numbersSecond > 0),
        shorter);
  }

  /// How much a word says of a title: 1, or less of such as `the`.
  static double weight(int word, Vocabulary vocabulary) {
    return vocabulary.light(word) ? LIGHT : 1;
  }

  private static int heavy(TitleForm title, Vocabulary vocabulary) {
    return heavy(title.words, title.words.length, vocabulary);
  }

  /// How many of the first words are not such as `the`.
  private static int heavy(int[] words, int size, Vocabulary vocabulary) {
    int heavy = 0;
    for (int at = 0; at < size; at++) {
      heavy += vocabulary.light(words[at]) ? 0 : 1;
    }
    return heavy;
  }

  /// Takes out the words that are one word in two spellings.
  private static void pairAlike(Words first, Words second, Vocabulary vocabulary) {
    for (int mine = 0; mine < first.size; mine++) {
      for (int theirs = 0; theirs < second.size; theirs++) {
        if (vocabulary.alike(first.words[mine], second.words[theirs])) {
          first.remove(mine);
          second.remove(theirs);
          mine--;
          break;
        }
      }
    }
  }

  /// Takes out what is left on both sides where it is the same letters parted in other places:
  /// `crowd build` and `crowdbuild`, `statesthe` and `states the`.
  private static void pairJoined(
      TitleForm first, TitleForm second, Words leftFirst, Words leftSecond) {
    int length = leftFirst.length();
    if (length == 0 || Math.abs(length - leftSecond.length()) > Spelling.MOST_CHANGED) {
      return;
    }
    String joinedFirst = leftFirst.joined(first);
    String joinedSecond = leftSecond.joined(second);
    if (joinedFirst.equals(joinedSecond) || Spelling.alike(joinedFirst, joinedSecond)) {
      leftFirst.size = 0;
      leftSecond.size = 0;
    }
  }

  /// Words of one title that the other has not. Millions of pairs are compared, so they are kept as
  /// numbers.
  private static final class Words {
    private final Vocabulary vocabulary;
    private final int[] words;
    private int size;

    private Words(int most, Vocabulary vocabulary) {
      this.words = new int[most];
      this.vocabulary = vocabulary;
    }

    private void add(int word) {
      words[size++] = word;
    }

    private void remove(int at) {
      size--;
      System.arraycopy(words, at + 1, words, at, size - at);
    }

    private double weight() {
      double weight = 0;
      for (int at = 0; at < size; at++) {
        weight += TitleComparison.weight(words[at], vocabulary);
      }
      return weight;
    }

    private int heavy() {
      return TitleComparison.heavy(words, size, vocabulary);
    }

    private int numbers() {
      int numbers = 0;
      for (int at = 0; at < size; at++) {
        numbers += vocabulary.counting(words[at]) ? 1 : 0;
      }
      return numbers;
    }

    private int length() {
      int length = 0;
      for (int at = 0; at < size; at++) {
        length += vocabulary.word(words[at]).length();
      }
      return length;
    }

    /// One after the other as they stand in their title.
    private String joined(TitleForm title) {
      int[] remaining = Arrays.copyOf(words, size);
      StringBuilder joined = new StringBuilder();
      for (int word : title.words) {
        for (int at = 0; at < size; at++) {
          if (remaining[at] == word) {
            remaining[at] = TAKEN;
            joined.append(vocabulary.word(word));
            break;
          }
        }
      }
      return joined.toString();
    }
  }
}
