package org.myocohort.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/// Draws on a terminal how far long work has come; silent where nobody watches, and where the work
/// is done within a second.
public final class TerminalProgress implements WorkProgress {
  private static final int WIDTH = 40;

  /// Work of more parts than this is drawn from the first one on.
  private static final int SHORT = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final boolean watched;
  private String label = "";
  private int shown = -1;
  private int last;
  private int all;
  private boolean patient = true;

  public TerminalProgress(PrintWriter err) {
    this(err, Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent());
  }

  /// @param watched whether anybody sees what is drawn
  TerminalProgress(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
  }

  @Override
  public synchronized void done(String step, int done, int total) {
    if (!step.equals(label)) {
      label = step;
      shown = -1;
      patient = true;
      if (watched && total <= SHORT) {
        Thread.ofVirtual().start(() -> losePatience(step));
      }
    }
    last = done;
    all = total;
    if (total > SHORT || !patient) {
      draw();
    }
  }

  /// Draws what is still being done after a second, even if none of its parts is done by then.
  private void losePatience(String step) {
    try {
      Thread.sleep(PATIENCE);
    } catch (InterruptedException _) {
      return;
    }
    synchronized (this) {
      if (step.equals(label) && last < all) {
        patient = false;
        draw();
      }
    }
  }

  private void draw() {
    int done = last;
    int total = all;
    int filled = total == 0 ? WIDTH : done * WIDTH / total;
    if (watched && (filled != shown || done == total)) {
      shown = filled;
      err.print(
          "\r"
              + label
              + " ["
              + "#".repeat(filled)
              + "-".repeat(WIDTH - filled)
              + "] "
              + done
              + "/"
              + total
              + (done == total ? "\n" : ""));
      err.flush();
    }
  }
}
