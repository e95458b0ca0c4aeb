package org.myocohort.app.web.study;

import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.patient.SummaryUpdate;
import org.myocohort.registry.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes summaries anew that a change of the program or of a study's settings has left behind:
/// beside the requests, once the application answers.
@Component
final class SummaryKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(SummaryKeeper.class);

  private final SummaryUpdate summaries;
  private boolean running;
  private boolean again;

  SummaryKeeper(Database database, Studies studies) {
    this.summaries = new SummaryUpdate(database, studies);
  }

  /// Starts making them, unless that is going on; then it looks once more at its end.
  @EventListener(ApplicationReadyEvent.class)
  synchronized void update() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    Thread.ofPlatform().daemon().name("summaries").start(this::run);
  }

  private void run() {
    try {
      do {
        synchronized (this) {
          again = false;
        }
        summaries.run((done, total) -> {
          if (done % 1000 == 0 || done.equals(total)) {
            LOG.warn("lists are brought up to date: {} of {} patients", done, total);
          }
        });
      } while (isWantedAgain());
    } catch (RuntimeException failure) {
      LOG.error("lists could not be brought up to date", failure);
    } finally {
      synchronized (this) {
        running = false;
      }
    }
  }

  private synchronized boolean isWantedAgain() {
    return again;
  }
}
