package org.myocohort.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// Says on a terminal how far long work has come; silent where nobody watches.
public final class Progress {
  private static final int WIDTH = 40;
  private static final int SHORT = 50;

  private final PrintWriter err;
  private final String label;
  private final int total;
  private final boolean watched;
  private int shown = -1;
  private int done;

  public Progress(PrintWriter err, String label, int total) {
    this.err = err;
    this.label = label;
    this.total = total;
    this.watched =
        total > SHORT
            && Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// One more is done; from any thread.
  public synchronized void oneMore() {
    done++;
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
