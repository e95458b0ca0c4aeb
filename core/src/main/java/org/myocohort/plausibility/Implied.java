package org.myocohort.plausibility;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.myocohort.vocabulary.Vocabulary;

/// A finding with all that it counts as, such as rapidly progressive ILD as ILD.
final class Implied {
  private Implied() {}

  static Set<String> by(String finding) {
    Set<String> codes = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(finding);
    while (!open.isEmpty()) {
      String code = open.removeFirst();
      if (codes.add(code)) {
        Vocabulary.findings().find(code).ifPresent(term -> open.addAll(term.list("counts_as")));
      }
    }
    return codes;
  }
}
