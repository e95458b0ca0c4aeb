package org.myocohort.evidence.review;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import org.myocohort.exchange.csv.BadInputException;

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
    for (String work : review.worksToScreen()) {
      boolean seen = !board.standing(work).decisions().isEmpty();
      boolean inSample = seen && firstShown.get(work) == QueueOrder.RANDOM;
      boolean relevant = seen && relevant(board, work);
      unseen += seen ? 0 : 1;
      sampled += inSample ? 1 : 0;
      found += inSample && relevant ? 1 : 0;
      foundBefore += !inSample && relevant ? 1 : 0;
    }
    return new StoppingCheck(
        new RandomSample(foundBefore, unseen + sampled, sampled, found),
        review.looks().isEmpty() ? 0 : review.looks().getLast().statement().look());
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

  /// Asks the rule of a review and keeps what it said. To see its answer is a look, and the
  /// confidence is paid for with each: while nothing was read since, the last answer holds and no
  /// look is used.
  ///
  /// @param by who asks
  /// @param time of asking
  /// @param stop whether screening is to end, where the rule allows it
  /// @param goOn whether a stop is taken back
  /// @return the look that holds now; empty where the review has no rule or no look is left
  public static Optional<ReviewEvent.Looked> ask(
      ReviewFolder folder, String by, Instant time, boolean stop, boolean goOn)
      throws IOException, BadInputException {
    Review review = folder.read();
    StoppingRule rule = review.settings().stopping();
    if (rule == null) {
      return Optional.empty();
    }
    StoppingCheck check = of(review);
    List<ReviewEvent.Looked> looks = review.looks();
    boolean again = !looks.isEmpty() && looks.getLast().statement().sample().equals(check.sample);
    Optional<StoppingStatement> statement =
        again ? Optional.of(looks.getLast().statement()) : check.at(rule);
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    boolean stopped = again && !goOn && looks.getLast().stopped();
    boolean stops = stopped || (stop && statement.get().mayStop());
    if (again && stops == looks.getLast().stopped()) {
      return Optional.of(looks.getLast());
    }
    ReviewEvent.Looked look = new ReviewEvent.Looked(by, time, statement.get(), stops);
    folder.add(look);
    return Optional.of(look);
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
