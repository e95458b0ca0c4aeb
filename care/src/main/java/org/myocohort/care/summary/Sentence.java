package org.myocohort.care.summary;

/// One sentence of a summary.
///
/// @param key names it within the summary: the same for the same record and day
/// @param text in the summary's language
/// @param item whether it stands in a list
/// @param suggested whether it is printed unless somebody switches it off
/// @param basis what it rests on
public record Sentence(String key, String text, boolean item, boolean suggested, Basis basis) {
  /// The same sentence, in a list.
  Sentence asItem() {
    return new Sentence(key, text, true, suggested, basis);
  }

  /// The same sentence, offered and not printed unless somebody switches it on.
  Sentence offered() {
    return new Sentence(key, text, item, false, basis);
  }
}
