package org.myocohort.app.cli;

/// What the exit code of a command tells.
public final class ExitCode {
  private ExitCode() {}

  /// Answered, undetermined included.
  public static final int ANSWERED = 0;

  /// A check found something, or a file's content is wrong.
  public static final int FOUND = 1;

  /// Wrong usage, or a file that cannot be opened.
  public static final int USAGE = 2;
}
