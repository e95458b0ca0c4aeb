package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Serial;

/// Nothing in a file can be read as a record.
public final class NoRecordsException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /// Why.
  public enum Reason {
    EMPTY,
    /// None of the formats is recognised.
    UNKNOWN_FORMAT,
    /// The format is, but no record in it can be read.
    NO_RECORD
  }

  private final String file;
  private final Reason reason;
  private final String found;

  NoRecordsException(String file, Reason reason, String found) {
    super("%s: %s (%s)".formatted(file, reason, found));
    this.file = file;
    this.reason = reason;
    this.found = found;
  }

  public String file() {
    return file;
  }

  public Reason reason() {
    return reason;
  }

  /// How the file begins.
  public String found() {
    return found;
  }
}
