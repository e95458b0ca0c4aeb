package org.myocohort.app.cli;

/// Is told how far long work has come; from any thread.
@FunctionalInterface
public interface WorkProgress {
  /// One more of a step is done.
  ///
  /// @param step what is being done, in words
  /// @param done how many of it
  /// @param total of how many
  void done(String step, int done, int total);
}
