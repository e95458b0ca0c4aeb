package org.myocohort.evidence.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningVerdict;
import org.myocohort.evidence.screening.StoppingRule;
import org.myocohort.evidence.screening.StoppingRule.RandomSample;
import org.myocohort.evidence.screening.StoppingStatement;

/// What the stopping rule can be asked of a review's present version.
///
/// The sample is every work that came before its first reviewer in random order; what was read by
/// relevance was found before it. Works that the ranking takes out of the unseen after a sample was
/// drawn are likely ones, so that the sample then says too much of what is left, never too little.
///
/// @param sample so far
/// @param looksMade how often the rule was asked
public record StoppingCheck(RandomSample sample, int looksMade) {

  /// Counts the present version, title and abstract.
  public static StoppingCheck of(Review review) {
    ScreeningBoard board = review.board(ScreeningStage.TITLE_ABSTRACT);
    Map<String, QueueOrder> firstShown = new HashMap<>();
    for (ScreeningEvent event : review.screening().events()) {
      if (event instanceof ScreeningEvent.Decided decided
          && decided.stage() == ScreeningStage.TITLE_ABSTRACT) {
        ScreeningEvent.Shown shown = decided.shown();
        firstShown.putIfAbsent(
            decided.record(), shown == null ? QueueOrder.RELEVANCE : shown.order());
      }
    }
    int foundBefore = 0;
    int sampled = 0;
    int found = 0;
    int unseen = 0;
    for (String work : review.works().keySet()) {
      if (review.versionOf(work) < review.version() || !review.isScreened(work)) {
        continue;
      }
      boolean seen = !board.standing(work).decisions().isEmpty();
      boolean inSample = seen && firstShown.get(work) == QueueOrder.RANDOM;
      boolean relevant = seen && relevant(board, work);
      unseen += seen ? 0 : 1;
      sampled += inSample ? 1 : 0;
      found += inSample && relevant ? 1 : 0;
      foundBefore += !inSample && relevant ? 1 : 0;
    }
    return new StoppingCheck(
        new RandomSample(foundBefore, unseen + sampled, sampled, found), review.looks().size());
  }

  /// A work counts as relevant as soon as anybody would keep it and nobody has resolved otherwise.
  private static boolean relevant(ScreeningBoard board, String work) {
    return switch (board.outcome(work)) {
      case INCLUDED -> true;
      case EXCLUDED -> false;
      case OPEN, CONFLICT ->
          board.standing(work).decisions().stream()
              .anyMatch(decision -> decision.verdict() != ScreeningVerdict.EXCLUDE);
    };
  }

  /// What the rule of a review says at its next look; empty where it has no rule, or all looks are
  /// made.
  public static Optional<StoppingStatement> now(Review review) {
    return Optional.ofNullable(review.settings().stopping()).flatMap(rule -> of(review).at(rule));
  }

  /// Works that nobody has seen.
  public int unseen() {
    return sample.unseen() - sample.sampled();
  }

  /// What the rule says at the next look; empty when all looks that were fixed are made.
  public Optional<StoppingStatement> at(StoppingRule rule) {
    return looksMade < rule.looks()
        ? Optional.of(rule.at(looksMade + 1, sample))
        : Optional.empty();
  }
}
