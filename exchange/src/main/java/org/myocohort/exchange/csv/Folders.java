package org.myocohort.exchange.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Folders that were made for a while.
public final class Folders {
  private Folders() {}

  /// Deletes a folder with all that is in it; a link, not what it leads to. Nothing where there is
  /// none.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.toList();
    }
    for (Path each : all.reversed()) {
      Files.deleteIfExists(each);
    }
  }
}
