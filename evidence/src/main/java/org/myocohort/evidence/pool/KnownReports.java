package org.myocohort.evidence.pool;

import java.util.Optional;

/// What a review knows of its reports beside what was read out of them.
public interface KnownReports {
  /// The study that a person said a report belongs to; a report that nobody linked is a study of
  /// its own.
  String study(String report);

  /// The year in which a report was published; empty where no record of it says so.
  Optional<Integer> year(String report);
}
