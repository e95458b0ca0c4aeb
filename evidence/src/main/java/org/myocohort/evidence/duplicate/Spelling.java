package org.myocohort.evidence.duplicate;

import java.util.List;

/// How far two words are one word spelt in two ways.
final class Spelling {
  private static final int SHORT = 5;
  private static final int LONG = 9;

  /// More letters than these are never changed.
  static final int MOST_CHANGED = 2;

  /// A word with one of these before it is another word: `atypical` is no `typical`.
  private static final List<String> TURNING =
      List.of("a", "an", "un", "in", "im", "ir", "non", "de", "dis", "re", "bi", "anti", "pre");

  /// Either of a pair in the place of the other makes another word.
  private static final List<List<String>> OPPOSITE =
      List.of(
          List.of("hyper", "hypo"),
          List.of("inter", "intra"),
          List.of("pre", "post"),
          List.of("pre", "pro"),
          List.of("macro", "micro"),
          List.of("mono", "poly"),
          List.of("endo", "exo"),
          List.of("uni", "bi"));

  private Spelling() {}

  /// Whether two different words are likely one: one letter changed in a word of five letters, two
  /// in one of nine, and the change does not turn the meaning round.
  static boolean alike(String first, String second) {
    int shorter = Math.min(first.length(), second.length());
    int allowed = shorter >= LONG ? MOST_CHANGED : shorter >= SHORT ? 1 : 0;
    if (allowed == 0
        || Math.abs(first.length() - second.length()) > allowed
        || Letters.number(first)
        || Letters.number(second)) {
      return false;
    }
    return distance(first, second, allowed) <= allowed && !opposite(first, second);
  }

  /// Which letters a word has, a bit each; several share one.
  static int letters(String word) {
    int letters = 0;
    for (int at = 0; at < word.length(); at++) {
      letters |= 1 << word.charAt(at);
    }
    return letters;
  }

  /// Whether two words may be alike, by their letters: a change takes one away and adds one.
  static boolean mayBeAlike(int letters, int others) {
    return Integer.bitCount(letters ^ others) <= 2 * MOST_CHANGED;
  }

  /// Insertions, deletions and changes that lead from one to the other; `atMost + 1` when more.
  static int distance(String first, String second, int atMost) {
    int rows = first.length();
    int columns = second.length();
    if (Math.abs(rows - columns) > atMost) {
      return atMost + 1;
    }
    int[] above = new int[columns + 1];
    int[] row = new int[columns + 1];
    for (int column = 0; column <= columns; column++) {
      above[column] = column;
    }
    for (int at = 1; at <= rows; at++) {
      int from = Math.max(1, at - atMost);
      int to = Math.min(columns, at + atMost);
      row[0] = at;
      if (from > 1) {
        row[from - 1] = atMost + 1;
      }
      int least = row[from - 1];
      for (int column = from; column <= to; column++) {
        int changed =
            above[column - 1] + (first.charAt(at - 1) == second.charAt(column - 1) ? 0 : 1);
        int removed = column <= at + atMost - 1 ? above[column] + 1 : atMost + 1;
        row[column] = Math.min(Math.min(changed, removed), row[column - 1] + 1);
        least = Math.min(least, row[column]);
      }
      if (least > atMost) {
        return atMost + 1;
      }
      int[] swap = above;
      above = row;
      row = swap;
    }
    return Math.min(above[columns], atMost + 1);
  }

  private static boolean opposite(String first, String second) {
    String longer = first.length() >= second.length() ? first : second;
    String shorter = first.length() >= second.length() ? second : first;
    if (longer.length() > shorter.length() && longer.endsWith(shorter)) {
      return TURNING.contains(longer.substring(0, longer.length() - shorter.length()));
    }
    for (List<String> pair : OPPOSITE) {
      if (swapped(first, second, pair.get(0), pair.get(1))
          || swapped(first, second, pair.get(1), pair.get(0))) {
        return true;
      }
    }
    return false;
  }

  private static boolean swapped(String first, String second, String one, String other) {
    return first.startsWith(one)
        && second.startsWith(other)
        && first.substring(one.length()).equals(second.substring(other.length()));
  }
}
