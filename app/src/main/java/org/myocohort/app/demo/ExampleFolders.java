package org.myocohort.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where examples lie, and how what was made of them is forgotten.
final class ExampleFolders {
  /// The launcher says it.
  private static final String HOME = "myocohort.home";

  private ExampleFolders() {}

  /// Where the project lies.
  static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }

  /// Deletes a folder with what is in it.
  static void delete(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(folder)) {
        files = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
