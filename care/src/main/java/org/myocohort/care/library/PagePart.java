package org.myocohort.care.library;

import java.util.Locale;
import java.util.Optional;

/// What a part of a page tells, where others ask for it: its heading says so in braces, in every
/// language the same.
public enum PagePart {
  /// What a treatment is for.
  AIM,
  /// How long until it works.
  TIME,
  /// What to watch for: checks and side effects.
  WATCH,
  /// Pregnancy, breastfeeding and vaccines.
  PREGNANCY,
  /// When to call.
  CALL;

  /// The word in the braces.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PagePart> find(String code) {
    for (PagePart part : values()) {
      if (part.code().equals(code)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
