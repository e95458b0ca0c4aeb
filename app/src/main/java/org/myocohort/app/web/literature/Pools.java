package org.myocohort.app.web.literature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.review.pool.PoolReport;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.evidence.review.Review;
import org.springframework.stereotype.Component;

/// Pools beside the requests, one after the other, and keeps the last answers in memory. Nothing is
/// written: an answer with own patients goes with the program.
@Component
final class Pools {
  private static final int KEPT = 24;

  private final LinkedHashMap<Key, Known> known = new LinkedHashMap<>();

  // Leaves the other processor to the pages.
  private final Semaphore one = new Semaphore(1);

  /// What is asked for, and by whom as far as it matters.
  ///
  /// @param own study; empty for none
  /// @param centres whose own patients are seen; null for all
  record Key(
      String review,
      String outcome,
      String own,
      @Nullable List<String> centres,
      String extraction,
      List<String> covariates,
      boolean leaveOutShared) {}

  /// What an answer was made of: another review, extraction or own data ask for another answer.
  ///
  /// @param review as read
  /// @param extraction the stamp of its files
  /// @param change of the own study that it knows
  record Basis(Review review, String extraction, long change) {
    boolean isOf(Basis other) {
      return review == other.review
          && extraction.equals(other.extraction)
          && change == other.change;
    }
  }

  private record Known(Basis basis, Job<PoolReport> job) {}

  /// The answer, or how far it has come: made anew where what it rests on has changed.
  Job<PoolReport> ask(Key key, Basis basis, Callable<PoolReport> work) {
    synchronized (known) {
      Known before = known.remove(key);
      Known asked =
          before != null && before.basis().isOf(basis) ? before : new Known(basis, start(work));
      known.putLast(key, asked);
      if (known.size() > KEPT) {
        known.pollFirstEntry();
      }
      return asked.job();
    }
  }

  private Job<PoolReport> start(Callable<PoolReport> work) {
    return Job.start(_ -> {
      one.acquire();
      try {
        return work.call();
      } finally {
        one.release();
      }
    });
  }
}
