package org.myocohort.app.web.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.store.Database;
import org.springframework.stereotype.Component;

/// Recomputes the whole chain when asked, beside the requests: it reads every entry and every row.
@Component
final class ChainCheck {
  private final Database database;
  private final InstantSource clock;
  private boolean running;
  private @Nullable Last last;

  ChainCheck(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What the last check found.
  ///
  /// @param at when it ended
  /// @param result what it found, or null where it failed
  public record Last(Instant at, AuditVerification.@Nullable Result result) {}

  synchronized @Nullable Last last() {
    return last;
  }

  synchronized boolean isRunning() {
    return running;
  }

  /// Starts a check, unless one is running.
  void start() {
    synchronized (this) {
      if (running) {
        return;
      }
      running = true;
    }
    Thread.ofVirtual().name("chain-check").start(this::run);
  }

  private void run() {
    AuditVerification.Result result = null;
    try {
      result = AuditVerification.verify(database, null);
    } finally {
      synchronized (this) {
        last = new Last(clock.instant().truncatedTo(ChronoUnit.SECONDS), result);
        running = false;
      }
    }
  }
}
