package org.myocohort.app.report;

import org.myocohort.app.cli.WorkProgress;

/// Counts one step of long work.
final class Progress {
  private final WorkProgress watcher;
  private final String label;
  private final int total;
  private int done;

  Progress(WorkProgress watcher, String label, int total) {
    this.watcher = watcher;
    this.label = label;
    this.total = total;
  }

  /// One more is done; from any thread.
  synchronized void oneMore() {
    done++;
    watcher.done(label, done, total);
  }
}
