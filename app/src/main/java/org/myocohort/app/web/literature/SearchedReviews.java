package org.myocohort.app.web.literature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.app.review.LocalSearch;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.exchange.csv.BadInputException;
import org.springframework.stereotype.Component;

/// The works of reviews, to be searched: opened beside the requests, anew where records were added
/// or merged.
@Component
final class SearchedReviews implements AutoCloseable {
  /// What is read by then is searched at once.
  private static final Duration AT_ONCE = Duration.ofMillis(600);

  private final Map<String, Known> known = new HashMap<>();

  private record Known(Map<String, List<String>> works, Job<LocalSearch> job) {}

  /// The works of a review, or how far they were read.
  synchronized Job<LocalSearch> of(String id, ScreeningDesk desk)
      throws IOException, BadInputException {
    Review review = desk.folder().read();
    Known before = known.get(id);
    if (before != null && before.works().equals(review.works())) {
      return before.job();
    }
    Job<LocalSearch> job =
        Job.start(progress -> LocalSearch.open(desk.folder(), review, progress::at));
    known.put(id, new Known(review.works(), job));
    if (before != null) {
      close(before);
    }
    return job;
  }

  static boolean isThere(Job<LocalSearch> job) {
    return job.within(AT_ONCE);
  }

  private static void close(Known old) {
    if (old.job().within(Duration.ZERO)) {
      try {
        old.job().result().close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (IllegalStateException _) {
        // It was never opened.
      }
    }
  }

  @Override
  public synchronized void close() {
    known.values().forEach(SearchedReviews::close);
    known.clear();
  }
}
