package org.myocohort.evidence.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Page ranges that an export gives in two fields.
final class Pages {
  private Pages() {}

  /// `first-last`, or what there is of it; Ovid writes `No` and `Specified` where there is none.
  static @Nullable String of(@Nullable String first, @Nullable String last) {
    String begin = first == null ? "" : first.strip();
    String end = last == null ? "" : last.strip();
    if ((begin.equalsIgnoreCase("No") && end.equalsIgnoreCase("Specified"))
        || begin.toLowerCase(Locale.ROOT).startsWith("no pagination")) {
      return null;
    }
    if (begin.isEmpty() || begin.equals(end) || end.isEmpty() || begin.indexOf('-') > 0) {
      return begin.isEmpty() ? end.isEmpty() ? null : end : begin;
    }
    return begin + "-" + end;
  }
}
