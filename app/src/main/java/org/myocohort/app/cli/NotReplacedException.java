package org.myocohort.app.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/// Results were to be written where something stands that would be lost. Nothing was changed.
public final class NotReplacedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final String folder;
  private final String file;

  NotReplacedException(Path folder, String file) {
    super(folder + ": " + file);
    this.folder = folder.toString();
    this.file = file;
  }

  /// The sentence about it.
  public String sentence(Texts texts) {
    return file.isEmpty()
        ? texts.text("failure.out-is-a-file", folder)
        : texts.text("failure.out-not-ours", folder, file);
  }
}
