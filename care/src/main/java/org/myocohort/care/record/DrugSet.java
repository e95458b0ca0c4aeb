package org.myocohort.care.record;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.myocohort.vocabulary.Vocabulary;
import org.myocohort.vocabulary.Vocabulary.Term;

/// Drugs that a rule speaks of.
///
/// @param words as written: a drug, `atc:L04AB` for a group of the WHO, `class:glucocorticoid` for
///   a class of the vocabulary
/// @param codes the drugs of the vocabulary that they stand for, in its order
public record DrugSet(List<String> words, Set<String> codes) {
  private static final String COMEDICATION = "comedication";

  public DrugSet {
    words = List.copyOf(words);
    codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
  }

  /// Reads the words of a rule.
  ///
  /// @return empty where a word stands for no drug of the vocabulary
  public static Optional<DrugSet> parse(List<String> words) {
    Set<String> codes = new LinkedHashSet<>();
    for (String word : words) {
      List<String> found =
          Vocabulary.drugs().terms().stream()
              .filter(drug -> isMeant(word, drug))
              .map(Term::code)
              .toList();
      if (found.isEmpty()) {
        return Optional.empty();
      }
      codes.addAll(found);
    }
    return Optional.of(new DrugSet(words, codes));
  }

  private static boolean isMeant(String word, Term drug) {
    if (word.startsWith("atc:")) {
      return drug.cell("atc").startsWith(word.substring(4));
    }
    return word.startsWith("class:")
        ? drug.cell("class").equals(word.substring(6))
        : drug.code().equals(word);
  }

  /// Whether a drug is one of them.
  public boolean contains(String drug) {
    return codes.contains(drug);
  }

  /// Whether records hold these drugs by the way only, so that no row of them says nothing.
  public boolean isComedication() {
    return codes.stream()
        .allMatch(code -> Vocabulary.drugs().term(code).cell("class").equals(COMEDICATION));
  }
}
