package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every word of the records that are compared, once: words are compared as numbers. So is every
/// journal.
final class Vocabulary {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final Map<Source, SourceName> sources = new HashMap<>();

  /// What a record says of where it appeared.
  private record Source(
      @Nullable String name, @Nullable String abbreviation, Set<String> numbers) {}

  /// A journal, made once for all records that name it alike.
  SourceName source(@Nullable String name, @Nullable String abbreviation, Set<String> numbers) {
    return sources.computeIfAbsent(
        new Source(name, abbreviation, numbers), _ -> SourceName.of(name, abbreviation, numbers));
  }

  int number(String word) {
    Integer known = numbers.putIfAbsent(word, words.size());
    if (known == null) {
      words.add(word);
      return words.size() - 1;
    }
    return known;
  }

  int[] numbers(List<String> of) {
    int[] result = new int[of.size()];
    for (int at = 0; at < result.length; at++) {
      result[at] = number(of.get(at));
    }
    return result;
  }

  String word(int number) {
    return words.get(number);
  }
}
