package org.myocohort.evidence.duplicate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a log of decisions says of each pair, applied before any rule.
///
/// Of one pair the last decision holds. Where decisions on several pairs cannot all hold (a with b,
/// b with c, a apart from c), the later ones do, and the earlier one is named.
final class PeopleFirst {
  private final List<Decided> newestFirst;

  private PeopleFirst(List<Decided> newestFirst) {
    this.newestFirst = List.copyOf(newestFirst);
  }

  private record Records(int first, int second) {}

  private record Decided(Records records, DuplicateDecision decision) {}

  static PeopleFirst of(DecisionLog log, Map<String, Integer> indexes) {
    Map<Records, Decided> last = new LinkedHashMap<>();
    for (DuplicateDecision decision : log.entries()) {
      List<Integer> known = new ArrayList<>();
      for (String id : decision.ids()) {
        Integer index = indexes.get(id);
        if (index != null) {
          known.add(index);
        }
      }
      for (int first : known) {
        for (int second : known) {
          if (first < second) {
            Records records = new Records(first, second);
            last.remove(records);
            if (decision.kind() != DuplicateDecision.Kind.LEAVE_TO_RULES) {
              last.put(records, new Decided(records, decision));
            }
          }
        }
      }
    }
    return new PeopleFirst(new ArrayList<>(last.values()).reversed());
  }

  /// Applies what holds; the decisions that cannot, oldest first.
  List<DuplicateDecision> apply(Clusters clusters) {
    List<DuplicateDecision> contradicted = new ArrayList<>();
    for (Decided decided : newestFirst) {
      int first = decided.records().first();
      int second = decided.records().second();
      boolean possible =
          switch (decided.decision().kind()) {
            case MERGE -> clusters.together(first, second) || !clusters.keptApart(first, second);
            case KEEP_APART -> !clusters.together(first, second);
            case LEAVE_TO_RULES -> true;
          };
      if (!possible) {
        if (!contradicted.contains(decided.decision())) {
          contradicted.addFirst(decided.decision());
        }
      } else if (decided.decision().kind() == DuplicateDecision.Kind.MERGE) {
        clusters.joinByPerson(first, second);
      } else {
        clusters.keepApart(first, second);
      }
    }
    return contradicted;
  }

  /// The pairs that people merged, oldest first, whether or not it could hold.
  List<int[]> merged() {
    List<int[]> merged = new ArrayList<>();
    for (Decided decided : newestFirst.reversed()) {
      if (decided.decision().kind() == DuplicateDecision.Kind.MERGE) {
        merged.add(new int[] {decided.records().first(), decided.records().second()});
      }
    }
    return merged;
  }
}
