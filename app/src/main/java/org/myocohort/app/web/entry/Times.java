package org.myocohort.app.web.entry;

/// Times as pages show them: UTC, to the minute.
final class Times {
  private Times() {}

  /// `2026-11-22 10:42` of `2026-11-22T10:42:07Z`.
  static String shown(String instant) {
    return instant.length() >= 16 ? instant.substring(0, 16).replace('T', ' ') : instant;
  }
}
