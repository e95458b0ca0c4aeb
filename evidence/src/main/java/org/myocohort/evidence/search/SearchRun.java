package org.myocohort.evidence.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search as it was run in a database. Null says that it is not reported; it is never 0.
///
/// @param database such as `MEDLINE` or `Embase`
/// @param platform on which it was searched, such as `PubMed` or `Ovid`
/// @param dialect of the string
/// @param text the string, every character as run
/// @param date on which it was run
/// @param count records that the database said it found
/// @param limits set apart from the string, in words
/// @param by who ran it
public record SearchRun(
    String database,
    @Nullable String platform,
    Dialect dialect,
    String text,
    @Nullable LocalDate date,
    @Nullable Integer count,
    List<String> limits,
    @Nullable String by) {

  public SearchRun {
    limits = List.copyOf(limits);
    if (count != null && count < 0) {
      throw new IllegalArgumentException("a count of records must be 0 or more but was " + count);
    }
    if (database.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a search has a database and a string");
    }
  }
}
