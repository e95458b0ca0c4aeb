package org.myocohort.exchange.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  @TempDir private Path folder;

  private void write(Path place, String text, boolean toTheEnd) throws IOException {
    try (AtomicFolder made = AtomicFolder.at(place)) {
      Files.createDirectories(made.draft().resolve("inner"));
      Files.writeString(made.draft().resolve("inner/file.txt"), text);
      if (toTheEnd) {
        made.finish();
      }
    }
  }

  @Test
  void aFolderIsReplacedWholeAndNothingStaysBesideIt() throws IOException {
    Path place = folder.resolve("new/place");
    write(place, "first", true);
    Files.writeString(place.resolve("other.txt"), "of the first");
    write(place, "second", true);
    assertThat(place.resolve("inner/file.txt")).hasContent("second");
    assertThat(place.resolve("other.txt")).doesNotExist();
    try (Stream<Path> beside = Files.list(folder.resolve("new"))) {
      assertThat(beside).containsExactly(place);
    }
  }

  @Test
  void whatIsNotFinishedLeavesTheFormerAsItWas() throws IOException {
    Path place = folder.resolve("place");
    write(place, "first", true);
    write(place, "second", false);
    assertThat(place.resolve("inner/file.txt")).hasContent("first");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactly(place);
    }
  }

  @Test
  void aLinkIsFollowed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    write(link, "written", true);
    assertThat(link).isSymbolicLink();
    assertThat(real.resolve("inner/file.txt")).hasContent("written");
  }

  @Test
  void theRootIsNoPlace() {
    Path root = folder.getRoot();
    assertThatThrownBy(() -> AtomicFolder.at(root)).isInstanceOf(DirectoryNotEmptyException.class);
  }
}
