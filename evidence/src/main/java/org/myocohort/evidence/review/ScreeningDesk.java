package org.myocohort.evidence.review;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.screening.BackgroundRanker;
import org.myocohort.evidence.screening.Labels;
import org.myocohort.evidence.screening.RankedText;
import org.myocohort.evidence.screening.Ranking;
import org.myocohort.evidence.screening.RankingModel;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningQueue;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.exchange.csv.BadInputException;

/// Where reviewers of one review are handed the next work to read by title and abstract.
///
/// The works are read and ranked in the background; nobody waits for a ranking. Safe for several
/// reviewers at once.
public final class ScreeningDesk implements AutoCloseable {
  private final ReviewFolder folder;
  private @Nullable Shelf shelf;

  private ScreeningDesk(ReviewFolder folder) {
    this.folder = folder;
  }

  /// The desk of a review; its works are read when they are first asked for.
  public static ScreeningDesk at(ReviewFolder folder) {
    return new ScreeningDesk(folder);
  }

  /// The works as they were when the desk was last filled.
  private record Shelf(
      Map<String, List<String>> known,
      ReviewRecords records,
      SequencedMap<String, MergedRecord> works,
      ScreeningQueue queue,
      Map<String, Integer> numbers,
      BackgroundRanker ranker,
      Ranking random) {}

  public ReviewFolder folder() {
    return folder;
  }

  /// The records of the review in full.
  public ReviewRecords records() throws IOException, BadInputException {
    return shelf(folder.read()).records();
  }

  /// Every work as one record, by its id.
  public SequencedMap<String, MergedRecord> works() throws IOException, BadInputException {
    return shelf(folder.read()).works();
  }

  /// The work that a reviewer is asked to decide on next; empty when there is none.
  ///
  /// @param order in which the reviewer wants to be shown works
  public Optional<ScreeningQueue.Next> next(String reviewer, QueueOrder order)
      throws IOException, BadInputException {
    Review review = folder.read();
    Shelf filled = shelf(review);
    Ranking ranking =
        switch (order) {
          case RANDOM -> filled.random();
          case RELEVANCE -> filled.ranker().latest();
        };
    return filled.queue().next(reviewer, ranking, review.board(ScreeningStage.TITLE_ABSTRACT));
  }

  /// Lets the ranking learn what was decided since; never waits.
  public void learn() throws IOException, BadInputException {
    Review review = folder.read();
    Shelf filled = shelf(review);
    filled.ranker().learn(labels(review, filled.numbers()));
  }

  /// Waits until what was decided is learnt.
  public void settle() throws IOException, BadInputException, InterruptedException {
    shelf(folder.read()).ranker().settle();
  }

  private static Labels labels(Review review, Map<String, Integer> numbers) {
    return review.board(ScreeningStage.TITLE_ABSTRACT).labels(numbers);
  }

  /// Filled again when an import or a merge has changed which works there are.
  private synchronized Shelf shelf(Review review) throws IOException {
    Shelf last = shelf;
    if (last != null && last.known().equals(review.works())) {
      return last;
    }
    ReviewRecords records =
        last != null && last.records().all().size() == review.records().size()
            ? last.records()
            : ReviewRecords.read(folder, review);
    SequencedMap<String, MergedRecord> works = records.works(review);
    List<String> screened = works.keySet().stream().filter(review::isScreened).toList();
    Map<String, Integer> numbers = HashMap.newHashMap(screened.size());
    screened.forEach(work -> numbers.put(work, numbers.size()));
    List<RankedText> texts =
        screened.stream()
            .map(works::get)
            .filter(Objects::nonNull)
            .map(work -> RankedText.of(work.record()))
            .toList();
    BackgroundRanker ranker =
        BackgroundRanker.start(
            texts.size(),
            () -> RankingModel.SEEDED.over(texts, review.settings().criteria()),
            labels(review, numbers));
    if (last != null) {
      last.ranker().close();
    }
    Shelf filled =
        new Shelf(
            review.works(),
            records,
            works,
            new ScreeningQueue(screened),
            numbers,
            ranker,
            Ranking.random(texts.size(), review.settings().seed()));
    shelf = filled;
    return filled;
  }

  /// Ends the ranking.
  @Override
  public synchronized void close() {
    if (shelf != null) {
      shelf.ranker().close();
    }
  }
}
