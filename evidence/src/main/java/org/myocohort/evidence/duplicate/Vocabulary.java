package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every word of the records that are compared, once: words are compared as numbers. So is every
/// journal. What is asked of a word again and again is found out once, when it is added.
final class Vocabulary {
  private static final Set<String> LIGHT =
      Set.of(
          "the", "of", "and", "in", "for", "with", "on", "to", "from", "by", "an", "a", "at", "as",
          "is", "are", "or", "s", "its", "their", "und", "der", "die", "das", "des", "von", "zur",
          "zum", "de", "la", "le", "les", "du", "et", "en", "el", "los", "las", "del", "y", "un",
          "una", "di", "il", "e", "da", "do", "dos");

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private boolean[] light = new boolean[1024];
  private boolean[] counting = new boolean[1024];
  private int[] letters = new int[1024];
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
    return known == null ? add(word) : known;
  }

  private int add(String word) {
    int number = words.size();
    words.add(word);
    if (number == letters.length) {
      light = Arrays.copyOf(light, number * 2);
      counting = Arrays.copyOf(counting, number * 2);
      letters = Arrays.copyOf(letters, number * 2);
    }
    boolean isLight = LIGHT.contains(word);
    light[number] = isLight;
    boolean letter = word.length() == 1 && word.charAt(0) < 0x80 && !isLight;
    counting[number] = letter || Letters.number(word);
    letters[number] = Spelling.letters(word);
    return number;
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

  /// Whether a word says little of a title, such as `the`.
  boolean light(int number) {
    return light[number];
  }

  /// Whether a word is a number, or a single letter as of `vitamin D` and `hepatitis C`.
  boolean counting(int number) {
    return counting[number];
  }

  /// Whether two words are one in two spellings, see [Spelling#alike].
  boolean alike(int first, int second) {
    return Spelling.mayBeAlike(letters[first], letters[second])
        && Spelling.alike(word(first), word(second));
  }
}
