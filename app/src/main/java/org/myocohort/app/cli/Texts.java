package org.myocohort.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// The sentences that users read, in one language.
///
/// Placeholders are `{0}`, `{1}`, ...; apostrophes stand for themselves, unlike in
/// `java.text.MessageFormat`.
public final class Texts {
  private static final String FOLDER = "org.myocohort.app.";

  /// The message files, the one that every command needs first; the others are read when a text is
  /// not found before them.
  static final List<String> FILES =
      List.of(
          "messages",
          "problems",
          "check",
          "report",
          "instruments",
          "guide",
          "web",
          "web-patient",
          "web-forms",
          "web-lists",
          "backup",
          "transfer",
          "taper",
          "web-passkey",
          "web-oidc",
          "cohort",
          "analysis",
          "line",
          "rule",
          "trials",
          "web-trials",
          "library",
          "review",
          "web-summary",
          "meta",
          "stats",
          "assay",
          "dedupe",
          "screening",
          "review-search",
          "web-reviews",
          "review-flow",
          "review-folder",
          "review-extract",
          "review-pool",
          "web-review-pool",
          "web-review-search",
          "web-review-extraction",
          "web-cohort");

  private final Locale locale;
  private final List<ResourceBundle> read = new ArrayList<>();

  private Texts(Locale locale) {
    this.locale = locale;
  }

  private synchronized ResourceBundle file(int index) {
    while (read.size() <= index) {
      read.add(
          ResourceBundle.getBundle(
              FOLDER + FILES.get(read.size()),
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
    return read.get(index);
  }

  private @Nullable String find(String code) {
    for (int index = 0; index < FILES.size(); index++) {
      ResourceBundle file = file(index);
      if (file.containsKey(code)) {
        return file.getString(code);
      }
    }
    return null;
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

  /// The file with the help texts.
  ResourceBundle help() {
    return file(0);
  }

  /// The text of a code with its placeholders filled.
  ///
  /// @throws MissingResourceException if no text has this code
  public String text(String code, Object... values) {
    String pattern = find(code);
    if (pattern == null) {
      throw new MissingResourceException("no text for " + code, FOLDER, code);
    }
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

  /// What names a value in the key of a text, and in answers for scripts: `NO_RECORD` is
  /// `no-record`.
  public static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a text has this code.
  public boolean has(String code) {
    return find(code) != null;
  }
}
