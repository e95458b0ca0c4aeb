package org.myocohort.statistics.resampling;

/// Is told how far long work has come, from any thread, one call at a time.
@FunctionalInterface
public interface Progress {
  /// Tells nobody.
  Progress SILENT = (_, _) -> {};

  /// So many are done.
  void done(int done, int total);
}
