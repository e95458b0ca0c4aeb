package org.myocohort.registry.importing;

/// Told how far long work has come.
@FunctionalInterface
public interface Progress {
  /// For nobody who watches.
  Progress SILENT = (_, _) -> {};

  /// Says how far it has come.
  ///
  /// @param done how many patients are done
  /// @param all how many there are
  void at(int done, int all);
}
