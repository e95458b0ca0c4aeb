package org.myocohort.evidence.pool;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a review asks of each patient: whether something happened.
///
/// @param code unique in the review
/// @param name for readers
/// @param definition code of how it was judged; only results of one definition are pooled
/// @param table of a study folder in which it stands of single patients
/// @param column of that table
/// @param event words that say that it happened
/// @param noEvent words that say that it did not
public record Outcome(
    String code,
    String name,
    String definition,
    String table,
    String column,
    List<String> event,
    List<String> noEvent) {
  /// The cells that give nothing.
  private static final Set<String> NOT_REPORTED =
      Set.of("", "nr", "nd", "na", "n/a", "unknown", "not reported");

  /// What a word says.
  public enum Reading {
    EVENT,
    NO_EVENT,
    NOT_REPORTED,
    /// A word that the review did not foresee: neither.
    OTHER_WORD
  }

  public Outcome {
    event = List.copyOf(event);
    noEvent = List.copyOf(noEvent);
  }

  /// Reads the word of a cell; case and blanks around it say nothing.
  public Reading read(String word) {
    if (holds(event, word)) {
      return Reading.EVENT;
    }
    if (holds(noEvent, word)) {
      return Reading.NO_EVENT;
    }
    return isNotReported(word) ? Reading.NOT_REPORTED : Reading.OTHER_WORD;
  }

  /// Whether a cell gives nothing.
  public static boolean isNotReported(String word) {
    return NOT_REPORTED.contains(plain(word));
  }

  static boolean holds(List<String> words, String word) {
    return words.stream().anyMatch(each -> plain(each).equals(plain(word)));
  }

  private static String plain(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
