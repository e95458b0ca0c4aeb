package org.myocohort.paper.document;

import java.util.Locale;
import java.util.ResourceBundle;

/// The language of a document: what its file says of itself, and the few words that a writer adds.
public enum Language {
  ENGLISH("en-GB", Locale.ENGLISH),
  ITALIAN("it-IT", Locale.ITALIAN);

  private static final String FILE = "org.myocohort.paper.document.words";

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /// The BCP 47 tag, such as `en-GB`.
  public String tag() {
    return tag;
  }

  /// A word that the writers of documents add, such as `table` or `page`.
  public String word(String key) {
    return word(FILE, key);
  }

  /// A word of some message file in this language.
  ///
  /// @param file the file's name with its package, without language and ending
  public String word(String file, String key) {
    return ResourceBundle.getBundle(
            file,
            locale,
            Language.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
