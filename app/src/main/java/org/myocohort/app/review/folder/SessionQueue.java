package org.myocohort.app.review.folder;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.evidence.screening.ScreeningBoard;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningEvent.Shown;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.exchange.csv.BadInputException;

/// What one reviewer is shown next at one stage.
final class SessionQueue {
  private final FolderWork work;
  private final ScreeningDesk desk;
  private final ScreeningStage stage;
  private final String by;
  private final QueueOrder order;
  private final Set<String> skipped = new HashSet<>();
  private @Nullable Item undone;

  SessionQueue(
      FolderWork work, ScreeningDesk desk, ScreeningStage stage, String by, QueueOrder order) {
    this.work = work;
    this.desk = desk;
    this.stage = stage;
    this.by = by;
    this.order = order;
  }

  /// A work to decide on.
  ///
  /// @param work its id
  /// @param shown how it came up; null where no ranking showed it
  record Item(String work, @Nullable Shown shown) {}

  /// The next one: what was just undone before all others.
  Optional<Item> next() throws IOException, BadInputException {
    Item again = undone;
    if (again != null) {
      undone = null;
      return Optional.of(again);
    }
    return switch (stage) {
      case TITLE_ABSTRACT ->
          desk.next(by, order, skipped).map(next -> new Item(next.record(), next.shown()));
      case FULL_TEXT -> fullText();
    };
  }

  private Optional<Item> fullText() throws IOException, BadInputException {
    Review review = work.review();
    ScreeningBoard board = review.board(stage);
    return StageWorks.of(work, review, stage).stream()
        .filter(each -> !skipped.contains(each) && board.asks(by, each))
        .findFirst()
        .map(each -> new Item(each, null));
  }

  /// Leaves a work for the next session; false where it cannot be: what is left out by choice is
  /// missing from a random sample.
  boolean skip(Item item) {
    Shown shown = item.shown();
    return (shown == null || shown.order() != QueueOrder.RANDOM) && skipped.add(item.work());
  }

  /// The reviewer's decision that was made last and stands.
  Optional<ScreeningEvent.Decided> last(Review review) {
    List<ScreeningEvent> events = review.screening().events();
    ScreeningBoard board = review.board(stage);
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof ScreeningEvent.Decided decided
          && decided.reviewer().equals(by)
          && decided.stage() == stage
          && board.standing(decided.record()).decisions().contains(decided)) {
        return Optional.of(decided);
      }
    }
    return Optional.empty();
  }

  /// Shows a work again before any other.
  void again(ScreeningEvent.Decided decided) {
    undone = new Item(decided.record(), decided.shown());
  }
}
