package org.myocohort.app.cli;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Results could not be written, or something would have been lost where they were to stand. What
/// stood there is as it was.
public final class NotWrittenException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  private final String folder;
  private final @Nullable String file;
  private final @Nullable IOException reason;

  private NotWrittenException(Path folder, @Nullable String file, @Nullable IOException reason) {
    super(folder + ": " + file, reason);
    this.folder = folder.toString().isEmpty() ? "." : folder.toString();
    this.file = file;
    this.reason = reason;
  }

  /// A file stands where the folder was to be.
  static NotWrittenException isFile(Path folder) {
    return new NotWrittenException(folder, null, null);
  }

  /// The folder holds a file that would be lost.
  static NotWrittenException holds(Path folder, String file) {
    return new NotWrittenException(folder, file, null);
  }

  /// The place cannot be written.
  static NotWrittenException because(Path folder, IOException reason) {
    return reason instanceof NotWrittenException known
        ? known
        : new NotWrittenException(folder, null, reason);
  }

  /// The sentence about it.
  public String sentence(Texts texts) {
    if (reason != null) {
      return texts.text("failure.cannot-write", folder, Failures.reason(reason, texts));
    }
    return file == null
        ? texts.text("failure.out-is-a-file", folder)
        : texts.text("failure.out-not-ours", folder, file);
  }
}
