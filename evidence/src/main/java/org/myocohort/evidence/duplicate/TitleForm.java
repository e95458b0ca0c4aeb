package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Map<String, String> ROMAN =
      numbered(1, "i ii iii iv v vi vii viii ix x xi xii xiii");
  private static final Map<String, String> COUNTED =
      numbered(0, "zero one two three four five six seven eight nine ten");

  /// Letters that are also words, or stand for something else.
  private static final Set<String> SELDOM_ROMAN = Set.of("i", "v", "x");

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
    String roman = ROMAN.get(word);
    if (roman != null && (!SELDOM_ROMAN.contains(word) || COUNTED_AFTER.contains(before))) {
      return roman;
    }
    return COUNTED.getOrDefault(word, word);
  }

  /// Words with their numbers, from the first of them on.
  private static Map<String, String> numbered(int first, String words) {
    Map<String, String> numbers = new HashMap<>();
    for (String word : words.split(" ", -1)) {
      numbers.put(word, Integer.toString(first + numbers.size()));
    }
    return Map.copyOf(numbers);
  }
}
