package org.myocohort.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The sentences that users read, in one language.
///
/// Placeholders are `{0}`, `{1}`, ...; apostrophes stand for themselves, unlike in
/// `java.text.MessageFormat`.
public final class Texts {
  private static final String BUNDLE = "org.myocohort.app.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale) {
    this.locale = locale;
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Texts of(Language language) {
    return new Texts(
        switch (language) {
          case en -> Locale.ROOT;
          case it -> Locale.ITALIAN;
        });
  }

  /// The languages that users can choose; named as typed after `--lang`.
  public enum Language {
    en,
    it
  }

  public String language() {
    return locale.equals(Locale.ITALIAN) ? "it" : "en";
  }

  ResourceBundle bundle() {
    return bundle;
  }

  /// The text of a code with its placeholders filled.
  ///
  /// @throws MissingResourceException if no text has this code
  public String text(String code, Object... values) {
    String pattern = bundle.getString(code);
    if (values.length == 0) {
      return pattern;
    }
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    int from = 0;
    while (true) {
      int open = pattern.indexOf('{', from);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        return text.append(pattern, from, pattern.length()).toString();
      }
      int index = Integer.parseInt(pattern.substring(open + 1, close));
      text.append(pattern, from, open).append(values[index]);
      from = close + 1;
    }
  }

  public String text(String code, List<String> values) {
    return text(code, values.toArray());
  }

  /// Whether a text has this code.
  public boolean has(String code) {
    return bundle.containsKey(code);
  }
}
