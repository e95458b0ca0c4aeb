package org.myocohort.app.web.cohort;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.analysis.AnalysisReport;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.transfer.Job;
import org.springframework.stereotype.Component;

/// Answers plans beside the requests, one after the other, and keeps the last answers in memory.
///
/// An answer is kept for the patients it was made of: whoever sees others gets one of his own.
@Component
final class AnalysisRuns {
  private static final int KEPT = 8;

  private final LinkedHashMap<Key, Known> known = new LinkedHashMap<>();

  // Leaves the other processor to the pages where no test needs both.
  private final Semaphore one = new Semaphore(1);

  /// What is asked of whom.
  ///
  /// @param on the day up to which records count
  record Key(SeenStudies.Seen seen, String plan, LocalDate on, Texts.Language language) {}

  /// What an answer was made of: other data, another plan or another cohort ask for another answer.
  ///
  /// @param change of the study that it knows
  /// @param definitions stamp of the plan and its cohort
  record Basis(long change, String definitions) {}

  /// An analysis. Its files, which take longer than its page, are written when they are first asked
  /// for.
  final class Made {
    private final AnalysisReport report;
    private final Job.Body<Map<String, byte[]>> writing;
    private @Nullable Job<Map<String, byte[]>> files;

    private Made(AnalysisReport report, Job.Body<Map<String, byte[]>> writing) {
      this.report = report;
      this.writing = writing;
    }

    AnalysisReport report() {
      return report;
    }

    /// The files by name, those of a paper first, or how far they have come.
    synchronized Job<Map<String, byte[]>> files() {
      Job<Map<String, byte[]>> begun = files;
      if (begun == null) {
        begun = start(writing);
        files = begun;
      }
      return begun;
    }
  }

  Made made(AnalysisReport report, Job.Body<Map<String, byte[]>> writing) {
    return new Made(report, writing);
  }

  private record Known(Basis basis, Job<Made> job) {}

  /// The answer to a plan as it stands, or how far it has come; empty where nobody asked.
  Optional<Job<Made>> find(Key key, Basis basis) {
    synchronized (known) {
      return Optional.ofNullable(known.get(key))
          .filter(each -> each.basis().equals(basis))
          .map(Known::job);
    }
  }

  /// The answer, or how far it has come: made anew where what it rests on has changed.
  Job<Made> ask(Key key, Basis basis, Job.Body<Made> work) {
    synchronized (known) {
      Known before = known.remove(key);
      Known asked =
          before != null && before.basis().equals(basis) ? before : new Known(basis, start(work));
      known.putLast(key, asked);
      if (known.size() > KEPT) {
        known.pollFirstEntry();
      }
      return asked.job();
    }
  }

  /// Forgets an answer that failed, so that it can be asked for again.
  void forget(Key key) {
    synchronized (known) {
      known.remove(key);
    }
  }

  private <T> Job<T> start(Job.Body<T> work) {
    return Job.start(progress -> {
      one.acquire();
      try {
        return work.run(progress);
      } finally {
        one.release();
      }
    });
  }
}
