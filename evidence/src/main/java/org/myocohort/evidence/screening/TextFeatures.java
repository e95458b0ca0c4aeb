package org.myocohort.evidence.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a ranking knows of texts: their words and pairs of neighbouring words, weighted.
///
/// The weight of a word in a text is `(1 + ln tf) (ln((1 + N) / (1 + df)) + 1)` with `tf` its count
/// in the text, `df` the texts that have it and `N` all texts; each text is then scaled to length
/// 1. Words of more than 95 % of the texts are left out.
final class TextFeatures {
  /// Of all texts, that a word may stand in.
  private static final double MOST_TEXTS = 0.95;

  private TextFeatures() {}

  static SparseRows of(List<String> texts) {
    Counted counted = new Counted(texts.size());
    for (String text : texts) {
      counted.add(text);
    }
    return counted.weighted();
  }

  /// Collects counts, text by text.
  private static final class Counted {
    /// Marks the key of one word, apart from that of a pair.
    private static final long SINGLE = -1L << 32;

    private final Map<String, Integer> words = new HashMap<>();
    private final LongNumbers features = new LongNumbers();
    private final int[] starts;
    private int rows;
    private int[] columns = new int[1 << 12];
    private float[] counts = new float[1 << 12];
    private int[] textsWith = new int[1 << 12];
    private int[] found = new int[1 << 10];
    private int foundCount;
    private int previous;

    Counted(int texts) {
      starts = new int[texts + 1];
    }

    void add(String text) {
      foundCount = 0;
      previous = -1;
      Words.forEach(text, this::word);
      Arrays.sort(found, 0, foundCount);
      int end = starts[rows];
      if (end + foundCount > columns.length) {
        int size = Math.max(columns.length * 2, end + foundCount);
        columns = Arrays.copyOf(columns, size);
        counts = Arrays.copyOf(counts, size);
      }
      if (features.size() > textsWith.length) {
        textsWith = Arrays.copyOf(textsWith, features.size() * 2);
      }
      int i = 0;
      while (i < foundCount) {
        int from = i;
        while (i < foundCount && found[i] == found[from]) {
          i++;
        }
        columns[end] = found[from];
        counts[end++] = i - from;
        textsWith[found[from]]++;
      }
      starts[++rows] = end;
    }

    private void word(String word) {
      Integer known = words.putIfAbsent(word, words.size());
      int number = known == null ? words.size() - 1 : known;
      feature(SINGLE | number);
      if (previous >= 0) {
        feature((long) previous << 32 | number);
      }
      previous = number;
    }

    private void feature(long key) {
      if (foundCount == found.length) {
        found = Arrays.copyOf(found, foundCount * 2);
      }
      found[foundCount++] = features.numberOf(key);
    }

    SparseRows weighted() {
      int[] keptStarts = new int[rows + 1];
      int end = 0;
      for (int row = 0; row < rows; row++) {
        int begin = end;
        double squares = 0;
        for (int k = starts[row]; k < starts[row + 1]; k++) {
          int with = textsWith[columns[k]];
          if (with <= MOST_TEXTS * rows) {
            double weight = (1 + Math.log(counts[k])) * (Math.log((1.0 + rows) / (1.0 + with)) + 1);
            squares += weight * weight;
            columns[end] = columns[k];
            counts[end++] = (float) weight;
          }
        }
        double length = Math.sqrt(squares);
        for (int k = begin; k < end; k++) {
          counts[k] = (float) (counts[k] / length);
        }
        keptStarts[row + 1] = end;
      }
      return new SparseRows(
          keptStarts, Arrays.copyOf(columns, end), Arrays.copyOf(counts, end), features.size());
    }
  }
}
