package org.myocohort.app.entry;

import java.util.List;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Texts.Language;

/// What is wrong with a field.
///
/// @param field name of the field, empty where the whole form is meant
/// @param code key of the sentence under `problem.`
/// @param found what was typed, empty for nothing
public record FieldProblem(String field, String code, String found, List<String> values) {
  public FieldProblem {
    values = List.copyOf(values);
  }

  /// The sentence.
  public String sentence(Texts texts) {
    String expected = texts.text("problem." + code, values);
    String sentence =
        found.isEmpty() ? expected : texts.text("problem.found", found) + ", " + expected;
    return sentence.substring(0, 1).toUpperCase(locale(texts)) + sentence.substring(1);
  }

  private static java.util.Locale locale(Texts texts) {
    return texts.language().equals(Language.it.name())
        ? java.util.Locale.ITALIAN
        : java.util.Locale.ENGLISH;
  }
}
