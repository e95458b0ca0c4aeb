package org.myocohort.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private final StringWriter drawn = new StringWriter();

  private TerminalProgress progress(boolean watched) {
    return new TerminalProgress(new PrintWriter(drawn), watched);
  }

  @Test
  void fewPartsAreDrawnOnceTheyTakeLongerThanASecond() throws InterruptedException {
    TerminalProgress progress = progress(true);

    progress.done("Analyses", 0, 3);
    assertThat(drawn.toString()).isEmpty();
    for (int tries = 0; drawn.toString().isEmpty() && tries < 100; tries++) {
      Thread.sleep(50);
    }
    assertThat(drawn.toString()).endsWith("] 0/3");
    progress.done("Analyses", 3, 3);
    assertThat(drawn.toString()).endsWith("] 3/3\n");
  }

  @Test
  void whatIsDoneSoonIsNotDrawn() {
    TerminalProgress progress = progress(true);
    progress.done("Analyses", 0, 3);
    progress.done("Analyses", 3, 3);

    assertThat(drawn.toString()).isEmpty();
  }

  @Test
  void nothingIsDrawnWhereNobodyWatches() {
    TerminalProgress progress = progress(false);
    progress.done("Rows", 1, 1000);
    progress.done("Rows", 1000, 1000);

    assertThat(drawn.toString()).isEmpty();
  }
}
