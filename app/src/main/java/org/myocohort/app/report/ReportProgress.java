package org.myocohort.app.report;

/// Is told how far a report has come; from any thread.
@FunctionalInterface
public interface ReportProgress {
  /// One more of a step is done.
  ///
  /// @param step what is being done, in words
  /// @param done how many of it
  /// @param total of how many
  void done(String step, int done, int total);
}
