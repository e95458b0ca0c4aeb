package org.myocohort.registry.backup;

import java.io.IOException;
import java.nio.file.Path;

/// A file that belongs into a backup cannot be read.
public final class UnreadableException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final IOException reason;

  UnreadableException(Path file, IOException reason) {
    super(file.toString(), reason);
    this.file = file.toString();
    this.reason = reason;
  }

  public String file() {
    return file;
  }

  public IOException reason() {
    return reason;
  }
}
