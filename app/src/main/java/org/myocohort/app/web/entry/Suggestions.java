package org.myocohort.app.web.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.myocohort.vocabulary.Vocabulary;

/// What a field with suggestions offers: the vocabularies, in the reader's language.
public class Suggestions {
  private final String language;

  public Suggestions(String language) {
    this.language = language;
  }

  /// A word and what it is called.
  public record Word(String code, String name) {}

  private List<Word> words(Vocabulary vocabulary) {
    return vocabulary.terms().stream()
        .map(term -> new Word(term.code(), term.name(language)))
        .toList();
  }

  public final List<Word> drugs() {
    return words(Vocabulary.drugs());
  }

  public final List<Word> antibodies() {
    return words(Vocabulary.antibodies());
  }

  public final List<Word> findings() {
    return words(Vocabulary.findings());
  }

  public final List<Word> measurements() {
    return words(Vocabulary.measurements());
  }

  /// The units of the vocabulary.
  public Set<String> units() {
    Set<String> units = new LinkedHashSet<>();
    Vocabulary.measurements().terms().forEach(term -> units.add(term.cell("unit")));
    units.remove("");
    return units;
  }

  /// No vocabulary holds centres.
  public Set<String> centres() {
    return Set.of();
  }
}
