package org.myocohort.app.demo;

import java.nio.file.Path;

/// Where examples lie.
final class ExampleFolders {
  /// The launcher says it.
  private static final String HOME = "myocohort.home";

  private ExampleFolders() {}

  /// Where the project lies.
  static Path home() {
    return Path.of(System.getProperty(HOME, "."));
  }
}
