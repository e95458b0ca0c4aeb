package org.myocohort.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/// Draws on a terminal how far long work has come; silent where nobody watches.
public final class TerminalProgress implements WorkProgress {
  private static final int WIDTH = 40;
  private static final int SHORT = 50;

  private final PrintWriter err;
  private final boolean watched =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private String label = "";
  private int shown = -1;

  public TerminalProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void done(String step, int done, int total) {
    if (!step.equals(label)) {
      label = step;
      shown = -1;
    }
    int filled = total == 0 ? WIDTH : done * WIDTH / total;
    if (watched && total > SHORT && (filled != shown || done == total)) {
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
