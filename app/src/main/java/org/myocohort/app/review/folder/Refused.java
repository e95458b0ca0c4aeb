package org.myocohort.app.review.folder;

/// What was asked for is not done, and why.
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /// Refuses.
  ///
  /// @param exitCode of the command
  /// @param sentence for the user
  Refused(int exitCode, String sentence) {
    super(sentence);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
