package org.myocohort.registry.importing;

/// What became of an import.
public sealed interface ImportOutcome {
  ImportReport report();

  /// It stands, and is on the disk.
  ///
  /// @param number by which it can be undone; 0 where nothing differed and nothing was written
  record Applied(long number, ImportReport report) implements ImportOutcome {}

  /// Some rows are wrong and the user did not say to import the others; nothing was changed.
  record Refused(ImportReport report) implements ImportOutcome {}

  /// The registry or the file is not as the dry run found it; nothing was changed.
  record Stale(ImportReport report) implements ImportOutcome {}
}
