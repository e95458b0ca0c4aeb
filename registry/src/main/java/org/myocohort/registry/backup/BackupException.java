package org.myocohort.registry.backup;

import java.util.List;

/// A backup cannot be made or restored; what was there stands as it was.
public final class BackupException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  @SuppressWarnings("serial") // an unmodifiable list of texts
  private final List<String> values;

  BackupException(String code, String... values) {
    super(code + " " + List.of(values));
    this.code = code;
    this.values = List.of(values);
  }

  /// A key of the message under `backup.failure.`.
  public String code() {
    return code;
  }

  /// What the message names.
  public List<String> values() {
    return values;
  }
}
