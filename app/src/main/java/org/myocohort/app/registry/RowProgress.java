package org.myocohort.app.registry;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import org.myocohort.app.cli.Texts;

/// Says now and then on standard error how far long work has come.
final class RowProgress implements LongConsumer {
  private static final long EVERY = 200_000;

  private final Texts texts;
  private final PrintWriter err;
  private long next = EVERY;

  RowProgress(Texts texts, PrintWriter err) {
    this.texts = texts;
    this.err = err;
  }

  @Override
  public void accept(long rows) {
    if (rows >= next) {
      err.println(texts.text("backup.progress", rows));
      err.flush();
      next = rows + EVERY;
    }
  }
}
