package org.myocohort.cohort.analysis;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.care.rule.Explained.Used;
import org.myocohort.cohort.selection.StepAnswer;
import org.myocohort.cohort.variable.Member;
import org.myocohort.cohort.variable.TruthSource;

/// A division of a cohort into groups.
///
/// @param name as the plan names it; empty for a cohort that is not divided
/// @param groups in order; a member belongs to the first of which the record says yes
public record Grouping(String name, List<Group> groups) {
  public Grouping {
    groups = List.copyOf(groups);
  }

  /// One group.
  ///
  /// @param name in the plan's words, for a named group
  /// @param kind who belongs to it
  public record Group(String name, Kind kind) {}

  /// Who belongs to a group.
  public sealed interface Kind {
    /// Of whom something holds.
    record Of(TruthSource source) implements Kind {}

    /// Of whom none of what comes before holds.
    record Others() implements Kind {}

    /// Everyone.
    record Everyone() implements Kind {}
  }

  /// Where a member belongs.
  ///
  /// @param group position in the list, -1 where the record does not tell
  /// @param used what says so
  /// @param missing what would settle it
  public record Place(int group, List<Used> used, List<Missing> missing) {
    public Place {
      used = List.copyOf(used);
      missing = List.copyOf(missing);
    }
  }

  /// A cohort that is not divided.
  public static Grouping none() {
    return new Grouping("", List.of(new Group("", new Kind.Everyone())));
  }

  /// Whether there is more than one group.
  public boolean isDivided() {
    return groups.size() > 1;
  }

  Place of(Member member) {
    List<Used> used = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      switch (groups.get(i).kind()) {
        case Kind.Everyone _, Kind.Others _ -> {
          return new Place(i, used, List.of());
        }
        case Kind.Of(TruthSource source) -> {
          StepAnswer answer = source.of(member);
          used.addAll(answer.used());
          switch (answer.kind()) {
            case MET -> {
              return new Place(i, used, List.of());
            }
            case UNDETERMINED -> {
              return new Place(-1, used, answer.missing());
            }
            case NOT_MET -> {
              // Perhaps one of the next.
            }
          }
        }
      }
    }
    return new Place(-1, used, List.of(new Missing("no-group", List.of())));
  }
}
