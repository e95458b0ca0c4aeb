package org.myocohort.exchange.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.myocohort.vocabulary.Vocabulary;

/// Matching of written words with the codes that records use.
final class Words {
  /// A shorter word is near to almost every abbreviation.
  private static final int SHORTEST_SUGGESTED = 4;

  private Words() {}

  /// The code that a word stands for.
  ///
  /// The vocabulary looks at letters and digits only, so a mark that may change the meaning
  /// (`fever?`, `anti-Jo1-`) is refused here rather than dropped.
  static Optional<String> find(Vocabulary vocabulary, String word) {
    if (word.isEmpty() || !Character.isLetterOrDigit(word.charAt(0))) {
      return Optional.empty();
    }
    char last = word.charAt(word.length() - 1);
    if (!Character.isLetterOrDigit(last) && last != '%' && last != ')') {
      return Optional.empty();
    }
    for (int i = 0; i < word.length(); i++) {
      if ("?+±!*=:".indexOf(word.charAt(i)) >= 0) {
        return Optional.empty();
      }
    }
    return vocabulary.find(word).map(Vocabulary.Term::code);
  }

  /// The code nearest to a word that was not found.
  static Optional<String> near(Vocabulary vocabulary, String word) {
    return word.length() < SHORTEST_SUGGESTED || word.length() > 100
        ? Optional.empty()
        : vocabulary.suggestion(word);
  }

  /// Words that stand for themselves.
  static Map<String, String> same(String... words) {
    Map<String, String> same = new LinkedHashMap<>();
    for (String word : words) {
      same.put(word, word);
    }
    return same;
  }

  /// The constants of an enum by their codes, in order.
  static <E> Map<String, E> byCode(List<E> constants, Function<E, String> code) {
    Map<String, E> byCode = new LinkedHashMap<>();
    for (E constant : constants) {
      byCode.put(code.apply(constant), constant);
    }
    return byCode;
  }
}
