package org.myocohort.care.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a page of the library is about, in the order in which a reader finds them.
public enum PageKind {
  CONDITION,
  ORGAN,
  TEST,
  TREATMENT,
  LIVING,
  TRIALS,
  QUESTIONS,
  FAQ,
  KEY_MESSAGES;

  /// The name in `library.csv`, such as `key-messages`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<PageKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
