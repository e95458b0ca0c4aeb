package org.myocohort.evidence.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.exchange.csv.AtomicFile;

final class FolderLockTest {
  private static final int TIMES = 300;

  @TempDir private Path place;

  /// Another process that writes in a review.
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) throws IOException {
      write(Path.of(arguments[0]));
    }
  }

  /// Replaces the settings again and again. A file that only one can make tells that nobody else is
  /// at it.
  private static void write(Path folder) throws IOException {
    Path settings = folder.resolve("review.yaml");
    Path alone = folder.resolve("alone");
    for (int i = 0; i < TIMES; i++) {
      try (FolderLock _ = FolderLock.of(folder)) {
        Files.createFile(alone);
        AtomicFile.write(settings, ReviewExample.SETTINGS.getBytes(StandardCharsets.UTF_8));
        Files.delete(alone);
      }
    }
  }

  @Test
  void processesThatReplaceTheLockedFileWaitForEachOther() throws Exception {
    Path folder = new ReviewExample(place).folder.path();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    write(folder);
    String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).as(said).isZero();
  }

  @Test
  void settingsAndDecisionsOfOneProcessWaitForEachOther() throws Exception {
    ReviewExample example = new ReviewExample(place);
    Path folder = example.folder.path();
    example.add(example.ris("a.ris", 1), SourceKind.DATABASE, "Embase");
    Callable<Void> saving =
        () -> {
          for (int i = 0; i < 20; i++) {
            ReviewFolder.at(folder)
                .keepSettings(ReviewExample.SETTINGS.replace("disease B", "disease " + i));
          }
          return null;
        };
    Callable<Void> deciding =
        () -> {
          for (int i = 0; i < 20; i++) {
            ReviewFolder.at(folder)
                .add(new ReviewEvent.Sought("ben", Instant.EPOCH.plusSeconds(i), "1-1", true, ""));
          }
          return null;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Void> each : threads.invokeAll(List.of(saving, deciding))) {
        each.get();
      }
    }
    Review review = ReviewFolder.at(folder).read();
    assertThat(review.events()).hasSize(20);
    assertThat(review.settings().title()).isEqualTo("Drug A in disease 19");
  }
}
