package org.myocohort.care.summary;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.exchange.yaml.ShippedFile;

/// The sentences that a summary fills with what stands in the record, in one language.
///
/// Placeholders are `{0}`, `{1}`, ...; apostrophes stand for themselves.
final class Phrases {
  private static final Map<PageLanguage, Phrases> SHIPPED = new EnumMap<>(PageLanguage.class);

  static {
    for (PageLanguage language : PageLanguage.values()) {
      SHIPPED.put(language, new Phrases(read(language)));
    }
  }

  private final Properties texts;

  private Phrases(Properties texts) {
    this.texts = texts;
  }

  static Phrases in(PageLanguage language) {
    Phrases phrases = SHIPPED.get(language);
    if (phrases == null) {
      throw new IllegalStateException("no phrases: " + language);
    }
    return phrases;
  }

  static Properties read(PageLanguage language) {
    String file = "phrases_" + language.code() + ".properties";
    Properties texts = new Properties();
    try {
      texts.load(new StringReader(ShippedFile.text(Phrases.class, file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  boolean has(String code) {
    return texts.containsKey(code);
  }

  String text(String code, String... values) {
    String text = texts.getProperty(code);
    if (text == null) {
      throw new IllegalStateException("no phrase: " + code);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", values[i]);
    }
    return text;
  }
}
