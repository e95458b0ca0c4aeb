package org.myocohort.app.web.literature.extraction;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.myocohort.vocabulary.Vocabulary;

/// What fields with suggestions offer: the vocabularies, in the reader's language.
public final class VocabularyWords {
  private final String language;

  VocabularyWords(String language) {
    this.language = language;
  }

  /// A word and what it is called.
  public record Word(String code, String name) {}

  private List<Word> words(Vocabulary vocabulary) {
    return vocabulary.terms().stream()
        .map(term -> new Word(term.code(), term.name(language)))
        .toList();
  }

  public List<Word> drugs() {
    return words(Vocabulary.drugs());
  }

  public List<Word> antibodies() {
    return words(Vocabulary.antibodies());
  }

  public List<Word> findings() {
    return words(Vocabulary.findings());
  }

  public List<Word> measurements() {
    return words(Vocabulary.measurements());
  }

  public SequencedSet<String> units() {
    SequencedSet<String> units = new LinkedHashSet<>();
    Vocabulary.measurements().terms().forEach(term -> units.add(term.cell("unit")));
    units.remove("");
    return units;
  }

  public List<String> centres() {
    return List.of();
  }
}
