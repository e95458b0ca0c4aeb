package org.myocohort.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aFileIsReplacedWithItsPermissionsKeptAndNothingLeftBeside() throws IOException {
    Path file = folder.resolve("visits.csv");
    Files.writeString(file, "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    AtomicFile.write(file, NEW);

    assertThat(file).hasContent("new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(names()).containsExactly("visits.csv");
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path file = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("visits.csv"), file.getFileName());

    AtomicFile.write(link, NEW);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("new");
  }

  @Test
  void whatCannotBeReplacedStaysAsItWas() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("visits.csv"));
    Files.writeString(directory.resolve("inside"), "old");

    assertThatThrownBy(() -> AtomicFile.write(directory, NEW)).isInstanceOf(IOException.class);

    assertThat(directory.resolve("inside")).hasContent("old");
    assertThat(names()).containsExactly("visits.csv");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }
}
