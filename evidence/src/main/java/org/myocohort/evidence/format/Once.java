package org.myocohort.evidence.format;

import org.jspecify.annotations.Nullable;

/// Short texts that come again and again, such as tags, each held once.
final class Once {
  private static final int PLACES = 1 << 8;

  private final @Nullable String[] known = new String[PLACES];

  /// A part of a text.
  String of(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    int place = (hash ^ (hash >>> 8)) & (PLACES - 1);
    String held = known[place];
    if (held != null && held.length() == to - from && text.startsWith(held, from)) {
      return held;
    }
    String part = text.substring(from, to);
    known[place] = part;
    return part;
  }
}
