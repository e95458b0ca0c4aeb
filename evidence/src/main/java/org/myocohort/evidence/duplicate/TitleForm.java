package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// One form of a title: its words in order, the same sorted, and without blanks.
final class TitleForm {
  private static final Set<String> COUNTED_AFTER =
      Set.of(
          "part",
          "phase",
          "type",
          "stage",
          "section",
          "chapter",
          "class",
          "grade",
          "volume",
          "study",
          "experiment",
          "paper",
          "trial",
          "cohort",
          "group",
          "version",
          "report");
  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii");
  private static final Set<String> ALWAYS_ROMAN =
      Set.of("ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii", "xiii");
  private static final List<String> COUNTED =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  final int[] words;
  final int[] sorted;
  final String compact;

  private TitleForm(int[] words, String compact) {
    this.words = words;
    this.sorted = words.clone();
    Arrays.sort(sorted);
    this.compact = compact;
  }

  static TitleForm of(String folded, Vocabulary vocabulary) {
    List<String> words = new ArrayList<>();
    String before = "";
    for (String word : Letters.wordsOf(folded)) {
      words.add(number(word, before));
      before = word;
    }
    return new TitleForm(vocabulary.numbers(words), String.join("", words));
  }

  private static String number(String word, String before) {
    if (ALWAYS_ROMAN.contains(word) || (COUNTED_AFTER.contains(before) && ROMAN.contains(word))) {
      return Integer.toString(ROMAN.indexOf(word) + 1);
    }
    return COUNTED.contains(word) ? Integer.toString(COUNTED.indexOf(word)) : word;
  }
}
