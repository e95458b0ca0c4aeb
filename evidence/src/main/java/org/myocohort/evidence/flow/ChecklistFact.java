package org.myocohort.evidence.flow;

import java.util.List;

/// One thing that is known for an item of the checklist.
///
/// @param code which kind of fact; the sentence around the values belongs to the reader's language
/// @param values what the sentence names
public record ChecklistFact(String code, List<String> values) {
  /// The code of a fact that is a whole sentence already.
  public static final String SENTENCE = "sentence";

  public ChecklistFact {
    values = List.copyOf(values);
  }

  static ChecklistFact of(String code, String... values) {
    return new ChecklistFact(code, List.of(values));
  }
}
