package org.myocohort.care.library;

import java.util.List;

/// One sentence of a page.
///
/// @param text the sentence, plain text without marks
/// @param citations what it rests on; empty for a sentence that states no clinical fact
/// @param line line of its file, from 1
public record Statement(String text, List<Citation> citations, int line) {
  public Statement {
    citations = List.copyOf(citations);
  }

  /// Whether it states a clinical fact, which always has a source.
  public boolean isFact() {
    return !citations.isEmpty();
  }
}
