package org.myocohort.app;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the project's own files lie, wherever the tests are started from.
public final class Project {
  private Project() {}

  /// The project's folder.
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("examples"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no examples folder above the working folder");
      }
    }
    return folder;
  }

  public static Path example(String study) {
    return root().resolve("examples").resolve(study);
  }
}
