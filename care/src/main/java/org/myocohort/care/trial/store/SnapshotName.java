package org.myocohort.care.trial.store;

import java.time.LocalDate;

/// Which snapshot: files of one kind that speak of one day.
///
/// @param kind of file, as in the provenance of its trials
/// @param day of which it speaks
public record SnapshotName(String kind, LocalDate day) {
  private static final String SUFFIX = ".jsonl";

  /// Its file within the folder.
  String file() {
    return kind + "/" + day + SUFFIX;
  }
}
