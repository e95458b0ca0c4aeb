package org.myocohort.evidence.review;

import org.myocohort.evidence.duplicate.ComparedRecords;

/// Tells now and then how many records are done.
final class Counted {
  private static final int TOLD_EVERY = 1 << 9;

  private final ComparedRecords.Progress progress;
  private final int total;
  private int done;

  Counted(ComparedRecords.Progress progress, int total) {
    this.progress = progress;
    this.total = total;
  }

  void add(int records) {
    int before = done;
    done += records;
    if (before / TOLD_EVERY != done / TOLD_EVERY) {
      progress.done(done, total);
    }
  }

  void end() {
    progress.done(total, total);
  }
}
