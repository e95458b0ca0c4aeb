package org.myocohort.evidence.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether what is to be pooled counts anybody twice.
///
/// @param countedTwice pairs that must not be pooled together
/// @param undecided pairs that a person has to decide of before they are pooled together
/// @param together what may be pooled together: taken from the largest down, each that shares no
///   patient with those taken before and of which no person has to decide; ids in the order given
public record PoolingCheck(
    List<Overlap> countedTwice, List<Overlap> undecided, List<String> together) {
  public PoolingCheck {
    countedTwice = List.copyOf(countedTwice);
    undecided = List.copyOf(undecided);
    together = List.copyOf(together);
  }

  /// Two things that are counted and share patients, or may.
  ///
  /// @param first id of the one
  /// @param second id of the other
  /// @param atMost patients that would be counted twice, at most
  /// @param why they may be counted twice
  /// @param reasons what their reports have in common; empty where a person decided
  public record Overlap(
      String first, String second, int atMost, Why why, List<LinkReason> reasons) {
    public Overlap {
      reasons = List.copyOf(reasons);
    }
  }

  /// Why patients may be counted twice.
  public enum Why {
    /// A person recorded that they overlap.
    RECORDED,
    /// The same patient of the same cohort.
    SAME_PATIENT,
    /// Of the same cohort, at least one of the two an aggregate.
    SAME_COHORT,
    /// Of the same study, the cohort of at least one not said.
    SAME_STUDY,
    /// Of the same report, at least one of the two an aggregate, and not of cohorts told apart.
    SAME_REPORT,
    /// What the reports tell agrees; nobody has decided.
    FACTS_AGREE
  }

  /// May all of them be pooled in one number.
  public boolean allowed() {
    return countedTwice.isEmpty() && undecided.isEmpty();
  }

  /// Checks what is to be pooled. Of two decisions on one pair the later in the list holds.
  public static PoolingCheck of(List<CountedPatients> chosen, List<OverlapDecision> decisions) {
    List<Overlap> twice = new ArrayList<>();
    List<Overlap> undecided = new ArrayList<>();
    for (int first = 0; first < chosen.size(); first++) {
      for (int second = first + 1; second < chosen.size(); second++) {
        Overlap overlap = overlap(chosen.get(first), chosen.get(second), decisions);
        if (overlap != null) {
          (certain(overlap.why()) ? twice : undecided).add(overlap);
        }
      }
    }
    return new PoolingCheck(twice, undecided, choose(chosen, twice, undecided));
  }

  private static boolean certain(Why why) {
    return switch (why) {
      case RECORDED, SAME_PATIENT, SAME_COHORT -> true;
      case SAME_STUDY, SAME_REPORT, FACTS_AGREE -> false;
    };
  }

  private static @Nullable Overlap overlap(
      CountedPatients first, CountedPatients second, List<OverlapDecision> decisions) {
    OverlapDecision.Kind decided = null;
    for (OverlapDecision decision : decisions) {
      if (decision.of(first, second)) {
        decided = decision.kind();
      }
    }
    if (decided != null) {
      return decided == OverlapDecision.Kind.OVERLAP ? overlap(first, second, Why.RECORDED) : null;
    }
    if (first.cohort() != null && first.cohort().equals(second.cohort())) {
      if (first.patient() == null || second.patient() == null) {
        return overlap(first, second, Why.SAME_COHORT);
      }
      return first.patient().equals(second.patient())
          ? overlap(first, second, Why.SAME_PATIENT)
          : null;
    }
    boolean cohortsSaid = first.cohort() != null && second.cohort() != null;
    if (first.report().equals(second.report())) {
      boolean patients = first.patient() != null && second.patient() != null;
      return cohortsSaid || patients ? null : overlap(first, second, Why.SAME_REPORT);
    }
    if (first.study() != null && first.study().equals(second.study())) {
      return cohortsSaid ? null : overlap(first, second, Why.SAME_STUDY);
    }
    return LinkSuggestions.sharePatients(first.facts(), second.facts(), false)
        ? overlap(first, second, Why.FACTS_AGREE)
        : null;
  }

  private static Overlap overlap(CountedPatients first, CountedPatients second, Why why) {
    List<LinkReason> reasons =
        why == Why.RECORDED ? List.of() : LinkSuggestions.inCommon(first.facts(), second.facts());
    return new Overlap(
        first.id(), second.id(), Math.min(first.patients(), second.patients()), why, reasons);
  }

  /// The largest first, each that nothing chosen before speaks against.
  private static List<String> choose(
      List<CountedPatients> chosen, List<Overlap> twice, List<Overlap> undecided) {
    List<Overlap> against = new ArrayList<>(twice);
    against.addAll(undecided);
    List<CountedPatients> largestFirst = new ArrayList<>(chosen);
    largestFirst.sort(Comparator.comparingInt(CountedPatients::patients).reversed());
    Set<String> taken = new LinkedHashSet<>();
    for (CountedPatients counted : largestFirst) {
      boolean free =
          against.stream()
              .noneMatch(overlap ->
                  (overlap.first().equals(counted.id()) && taken.contains(overlap.second()))
                      || (overlap.second().equals(counted.id())
                          && taken.contains(overlap.first())));
      if (free) {
        taken.add(counted.id());
      }
    }
    return chosen.stream().map(CountedPatients::id).filter(taken::contains).toList();
  }
}
