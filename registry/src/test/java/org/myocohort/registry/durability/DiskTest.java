package org.myocohort.registry.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.registry.store.Database;

/// A disk that is full, a limit that is met, a disk that may only be read: said clearly, the old
/// data whole, and the next save works once there is space.
///
/// The limit on a file's size stops a real write of a real file, for root and for everybody else.
/// The full and the read-only disk are mounts of their own, in a namespace that needs no root where
/// the system allows that; elsewhere these two are skipped.
@Timeout(120)
class DiskTest {
  @TempDir private Path folder;

  /// A writer and what it answers.
  private record Writer(Process process, BufferedReader out) implements AutoCloseable {
    static Writer start(String prepare, Path data) throws IOException {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      String command =
          ("%s exec %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
                  + " --enable-native-access=ALL-UNNAMED -cp \"$CP\" %s %s")
              .formatted(prepare, java, DiskWriter.class.getName(), data);
      ProcessBuilder builder =
          prepare.contains("mount")
              ? new ProcessBuilder("unshare", "-rm", "sh", "-c", command)
              : new ProcessBuilder("sh", "-c", command);
      builder.environment().put("CP", System.getProperty("java.class.path"));
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new Writer(process, process.inputReader(StandardCharsets.UTF_8));
    }

    String says() throws IOException {
      return String.valueOf(out.readLine());
    }

    String does(String command) throws IOException {
      process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return says();
    }

    /// Saves until it fails.
    ///
    /// @return how many were saved
    int fill() throws IOException {
      int saved = 0;
      while (saved < 2000) {
        String answer = does("save D" + saved);
        if (!answer.equals("saved")) {
          assertThat(answer).isEqualTo("failed DISK_FULL");
          return saved;
        }
        saved++;
      }
      throw new AssertionError("never full");
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      try {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void atALimitOnAFilesSizeNothingIsLostAndTheNextSaveWorks() throws Exception {
    // Large enough for SQLite's library, which is unpacked first.
    try (Writer writer = Writer.start("ulimit -S -f 12288;", folder.resolve("data"))) {
      assertThat(writer.says()).isEqualTo("open");
      int saved = writer.fill();
      assertThat(saved).isPositive();
      assertThat(writer.does("save again")).isEqualTo("failed DISK_FULL");
      assertThat(writer.does("verify")).isEqualTo("intact " + saved);
      assumeTrue(
          works("prlimit", "--pid", Long.toString(writer.process().pid()), "--fsize=unlimited:"));
      assertThat(writer.does("save D" + saved)).isEqualTo("saved");
      assertThat(writer.does("verify")).isEqualTo("intact " + (saved + 1));
    }
  }

  @Test
  void onAFullDiskNothingIsLostAndTheNextSaveWorks() throws Exception {
    assumeNamespaces();
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String prepare =
        "mount -t tmpfs -o size=12m tmpfs "
            + disk
            + " && head -c 4000000 /dev/zero > "
            + disk
            + "/ballast &&";
    try (Writer writer = Writer.start(prepare, disk.resolve("data"))) {
      assertThat(writer.says()).isEqualTo("open");
      int saved = writer.fill();
      assertThat(saved).isPositive();
      assertThat(writer.does("verify")).isEqualTo("intact " + saved);
      assertThat(writer.does("delete " + disk.resolve("ballast"))).isEqualTo("deleted");
      assertThat(writer.does("save D" + saved)).isEqualTo("saved");
      assertThat(writer.does("verify")).isEqualTo("intact " + (saved + 1));
    }
  }

  @Test
  void aReadOnlyDiskIsSaidToBeOne() throws Exception {
    assumeNamespaces();
    Path data = folder.resolve("data");
    Database.embedded(data).close();
    String prepare =
        "mount --bind " + data + " " + data + " && mount -o remount,bind,ro " + data + " &&";
    try (Writer writer = Writer.start(prepare, data)) {
      assertThat(writer.says()).isEqualTo("failed READ_ONLY");
    }
  }

  private static void assumeNamespaces() throws Exception {
    assumeTrue(works("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"));
  }

  private static boolean works(String... command) throws Exception {
    try {
      return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
