package org.myocohort.app.web.literature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.review.LocalSearch;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.exchange.csv.BadInputException;
import org.springframework.stereotype.Component;

/// The works of reviews, to be searched: opened beside the requests, anew where records were added
/// or merged. What was replaced is closed when the last who searches it is done.
@Component
final class SearchedReviews implements AutoCloseable {
  private final Map<String, Known> known = new HashMap<>();
  private final Opening opening;

  SearchedReviews() {
    this(LocalSearch::open);
  }

  SearchedReviews(Opening opening) {
    this.opening = opening;
  }

  /// How the works of a review are opened.
  @FunctionalInterface
  interface Opening {
    LocalSearch open(ReviewFolder folder, Review review, ComparedRecords.Progress progress)
        throws IOException, InterruptedException;
  }

  private static final class Known {
    private final Map<String, List<String>> works;
    private final Job<LocalSearch> job;
    private int users;
    private boolean replaced;
    private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

    private Known(Map<String, List<String>> works, Job<LocalSearch> job) {
      this.works = works;
      this.job = job;
    }

    private synchronized void enter() {
      users++;
    }

    private synchronized void leave() {
      users--;
      closeIfUnused();
    }

    /// @return done as soon as the works are closed; at once where somebody still searches them
    private synchronized CompletableFuture<Void> replace() {
      replaced = true;
      closeIfUnused();
      return closed;
    }

    private void closeIfUnused() {
      if (replaced && users == 0) {
        closed = job.afterwards(SearchedReviews::close);
      }
    }
  }

  /// The works of a review, lent to a request: they stay open until it gives them back.
  static final class Lent implements AutoCloseable {
    private final Known known;

    private Lent(Known known) {
      this.known = known;
      known.enter();
    }

    /// The works; null while they are still read after a moment.
    @Nullable LocalSearch atOnce() {
      return known.job.atOnce() ? known.job.result() : null;
    }

    @Override
    public void close() {
      known.leave();
    }
  }

  /// The works of a review as they are now, or on their way.
  synchronized Lent of(String id, ScreeningDesk desk) throws IOException, BadInputException {
    Review review = desk.folder().read();
    Known now = known.get(id);
    if (now == null || !now.works.equals(review.works())) {
      Known before = now;
      now =
          new Known(
              review.works(),
              Job.start(progress -> opening.open(desk.folder(), review, progress::at)));
      known.put(id, now);
      if (before != null) {
        var _ = before.replace();
      }
    }
    return new Lent(now);
  }

  private static void close(LocalSearch works) {
    try {
      works.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Waits for the works that are still on their way: nothing writes into a folder of a review when
  /// this is closed.
  @Override
  public synchronized void close() {
    known.values().stream().map(Known::replace).toList().forEach(CompletableFuture::join);
    known.clear();
  }
}
