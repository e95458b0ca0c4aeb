package org.myocohort.evidence.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what is found, by its place in the whole text.
final class Findings {
  private static final int SHOWN = 60;

  private final List<Finding> all = new ArrayList<>();
  private final String text;

  Findings(String text) {
    this.text = text;
  }

  void add(Finding.Code code, int at, String found, String suggestion) {
    int line = 1;
    int begin = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) {
      line++;
      begin = i + 1;
    }
    String flat = found.replaceAll("\\s+", " ").strip();
    all.add(
        new Finding(
            code,
            line,
            at - begin + 1,
            flat.length() > SHOWN ? flat.substring(0, SHOWN) + "…" : flat,
            suggestion));
  }

  UnreadableException unreadable(Finding.Code code, int at, String found, String suggestion) {
    add(code, at, found, suggestion);
    return new UnreadableException(code.name());
  }

  List<Finding> inOrder() {
    return all.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
        .toList();
  }
}
