package org.myocohort.exchange.study;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// A folder that holds none of a study's tables.
public final class NotAStudyException extends IOException {
  private static final long serialVersionUID = 1L;

  NotAStudyException() {
    super("no table of a study there; looked for " + String.join(", ", lookedFor()));
  }

  /// The file names that were looked for.
  public static List<String> lookedFor() {
    return StudySchema.tables().stream()
        .map(StudySchema.Table::fileName)
        .collect(Collectors.toCollection(java.util.ArrayList::new));
  }
}
