package org.myocohort.registry.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir private Path place;

  @Test
  void isDeletedWhenClosed() throws IOException {
    try (WorkFolder work = WorkFolder.in(place)) {
      Files.createDirectories(work.path().resolve("a").resolve("b"));
    }
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void leavesOthersOfTheSameProcessAlone() throws IOException {
    try (WorkFolder one = WorkFolder.in(place);
        WorkFolder other = WorkFolder.in(place)) {
      assertThat(one.path()).isDirectory();
      assertThat(other.path()).isDirectory();
    }
  }

  @Test
  void leavesThatOfAnotherProcessAloneUntilItIsKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                WorkHolder.class.getName(),
                place.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      Path held = Path.of(out.readLine());
      WorkFolder.in(place).close();
      assertThat(held.resolve("patients")).isRegularFile();

      process.toHandle().destroyForcibly();
      process.waitFor();
      assertThat(held.resolve("patients")).isRegularFile();
      WorkFolder.in(place).close();
      assertThat(held).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void deletesWhatAnEarlierVersionLeftWithoutALock() throws IOException {
    Path left = Files.createDirectory(place.resolve(".myocohort-restore-1"));
    Files.createFile(left.resolve("patients"));
    WorkFolder.in(place).close();
    assertThat(place).isEmptyDirectory();
  }

  @Test
  void leavesAloneWhatHasJustBeenMade() throws IOException {
    Path made = Files.createDirectory(place.resolve(".myocohort-restore-1"));
    WorkFolder.in(place).close();
    assertThat(made).isDirectory();
  }

  @Test
  void leavesAloneWhatIsNoFolder() throws IOException {
    Path file = Files.createFile(place.resolve(".myocohort-restore-1"));
    WorkFolder.in(place).close();
    assertThat(file).isRegularFile();
  }
}
