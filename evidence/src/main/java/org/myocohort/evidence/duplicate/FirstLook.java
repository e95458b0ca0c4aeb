package org.myocohort.evidence.duplicate;

import java.util.List;

/// A first look at two records before they are compared word by word: of most pairs that share a
/// key a few bits of each tell that they are two works.
///
/// It rather looks twice than miss a copy. Where it says no, the titles are less alike than
/// [TitleComparison#WORTH_A_LOOK] and no identifier is the same, and the pages are not, or are
/// those of another volume: [MergeRules] then takes them for two works, and [Likelihood] finds too
/// little to ask a person.
final class FirstLook {
  /// A bit for each word of a title: with 256 of them two words seldom share one. Behind them those
  /// of the light words.
  private static final int HEAVY = 4;

  private static final int LONGS = HEAVY + 1;

  private static final double ROUNDING = 1e-9;
  private static final int NOT_GIVEN = 0;

  /// Of each record the first of its titles, and behind the last record their number.
  private final int[] titles;

  private final int[] pages;
  private final int[] volumes;
  private final int[] dois;
  private final int[] pubMeds;
  private final int[] cochranes;
  private final long[] words;
  private final double[] weights;
  private final int[] letters;

  FirstLook(List<Fingerprint> records, Vocabulary vocabulary) {
    int several = records.stream().mapToInt(record -> record.titles().size()).sum();
    titles = new int[records.size() + 1];
    pages = new int[records.size()];
    volumes = new int[pages.length];
    dois = new int[pages.length];
    pubMeds = new int[pages.length];
    cochranes = new int[pages.length];
    words = new long[several * LONGS];
    weights = new double[several];
    letters = new int[several];
    int next = 0;
    for (int record = 0; record < pages.length; record++) {
      Fingerprint fingerprint = records.get(record);
      PageSpan span = fingerprint.pages();
      pages[record] = span == null ? NOT_GIVEN : mark(span.first());
      volumes[record] = mark(fingerprint.volume());
      dois[record] = mark(fingerprint.doi());
      pubMeds[record] = mark(fingerprint.pubMed());
      cochranes[record] = mark(fingerprint.cochrane());
      for (TitleForm title : fingerprint.titles()) {
        letters[next] = title.compact.hashCode();
        for (int word : title.words) {
          weights[next] += TitleComparison.weight(word, vocabulary);
          int part = vocabulary.light(word) ? HEAVY : word / Long.SIZE % HEAVY;
          words[next * LONGS + part] |= 1L << word;
        }
        next++;
      }
      titles[record + 1] = next;
    }
  }

  /// Whether two records, by their numbers, have to be compared.
  boolean mayBeAlike(int one, int other) {
    boolean otherVolume =
        volumes[one] != NOT_GIVEN && volumes[other] != NOT_GIVEN && volumes[one] != volumes[other];
    if (same(dois, one, other)
        || same(pubMeds, one, other)
        || same(cochranes, one, other)
        || (same(pages, one, other) && !otherVolume)) {
      return true;
    }
    for (int mine = titles[one]; mine < titles[one + 1]; mine++) {
      for (int theirs = titles[other]; theirs < titles[other + 1]; theirs++) {
        if (letters[mine] == letters[theirs]
            || weightless(mine)
            || weightless(theirs)
            || mostAlike(mine, theirs) > TitleComparison.WORTH_A_LOOK - ROUNDING) {
          return true;
        }
      }
    }
    return false;
  }

  /// The same for the same texts, and seldom for two.
  private static int mark(String text) {
    return text.isEmpty() ? NOT_GIVEN : text.hashCode() | 1;
  }

  private static boolean same(int[] marks, int one, int other) {
    return marks[one] != NOT_GIVEN && marks[one] == marks[other];
  }

  /// Whether a title has no words but such as `the`: it agrees with any that has no others either.
  private boolean weightless(int title) {
    for (int at = 0; at < HEAVY; at++) {
      if (words[title * LONGS + at] != 0) {
        return false;
      }
    }
    return true;
  }

  /// How alike two titles can be at most: each bit that only one has is a word that the other has
  /// not.
  private double mostAlike(int first, int second) {
    double onlyFirst = 0;
    double onlySecond = 0;
    for (int at = 0; at < LONGS; at++) {
      long mine = words[first * LONGS + at];
      long theirs = words[second * LONGS + at];
      double weight = at == HEAVY ? TitleComparison.LIGHT : 1;
      onlyFirst += weight * Long.bitCount(mine & ~theirs);
      onlySecond += weight * Long.bitCount(theirs & ~mine);
    }
    double shared = Math.min(weights[first] - onlyFirst, weights[second] - onlySecond);
    return 2 * shared / (weights[first] + weights[second]);
  }
}
