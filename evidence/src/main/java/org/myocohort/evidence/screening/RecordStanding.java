package org.myocohort.evidence.screening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands of the decisions on one record at one stage.
///
/// @param decisions one a reviewer, in the order in which they were made
/// @param resolution of their conflict; null where none stands
public record RecordStanding(
    List<ScreeningEvent.Decided> decisions, ScreeningEvent.@Nullable Resolved resolution) {
  static final RecordStanding NONE = new RecordStanding(List.of(), null);

  public RecordStanding {
    decisions = List.copyOf(decisions);
  }

  /// What the decisions come to.
  public enum Outcome {
    /// Fewer reviewers than needed have decided.
    OPEN,
    /// They differ, or one said maybe.
    CONFLICT,
    INCLUDED,
    EXCLUDED
  }

  RecordStanding after(ScreeningEvent event) {
    List<ScreeningEvent.Decided> now = new ArrayList<>(decisions);
    return switch (event) {
      case ScreeningEvent.Decided decided -> {
        now.removeIf(earlier -> earlier.reviewer().equals(decided.reviewer()));
        now.add(decided);
        yield new RecordStanding(now, null);
      }
      case ScreeningEvent.Undone undone -> {
        now.removeIf(earlier -> earlier.reviewer().equals(undone.reviewer()));
        yield new RecordStanding(now, null);
      }
      case ScreeningEvent.Resolved resolved -> new RecordStanding(decisions, resolved);
    };
  }

  /// Whether a decision of this reviewer stands.
  public boolean by(String reviewer) {
    return decisions.stream().anyMatch(decision -> decision.reviewer().equals(reviewer));
  }

  /// What they come to when so many reviewers are needed.
  public Outcome outcome(int reviewers) {
    if (resolution != null) {
      return resolution.include() ? Outcome.INCLUDED : Outcome.EXCLUDED;
    }
    if (decisions.size() < reviewers) {
      return Outcome.OPEN;
    }
    ScreeningVerdict first = decisions.getFirst().verdict();
    boolean same = decisions.stream().allMatch(decision -> decision.verdict() == first);
    return !same || first == ScreeningVerdict.MAYBE
        ? Outcome.CONFLICT
        : first == ScreeningVerdict.INCLUDE ? Outcome.INCLUDED : Outcome.EXCLUDED;
  }

  /// What a ranking learns from it: relevant where the resolution says so or, without one, where
  /// anybody would keep the record.
  boolean isRelevant() {
    return resolution != null
        ? resolution.include()
        : decisions.stream().anyMatch(decision -> decision.verdict() != ScreeningVerdict.EXCLUDE);
  }
}
