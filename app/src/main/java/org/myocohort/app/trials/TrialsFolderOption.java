package org.myocohort.app.trials;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the imported trials stand.
public final class TrialsFolderOption {
  static final String DEFAULT = "data/trials";

  @Option(
      names = {"--trials", "--into"},
      paramLabel = "FOLDER",
      defaultValue = DEFAULT,
      descriptionKey = "trials.folder")
  private Path folder = Path.of(DEFAULT);

  Path folder() {
    return folder;
  }
}
