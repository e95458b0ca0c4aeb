package org.myocohort.evidence.pool;

import java.nio.file.Path;

/// Where a row stands, and where in its report it was read.
///
/// @param file that holds it
/// @param line in it, from 1
/// @param where page, table or line of the report, in words; empty where nobody has written it
/// @param quote the report's own characters; may be empty
public record RowPlace(String file, int line, String where, String quote) {
  /// The same place, its file named from a folder on, where it lies in it.
  public RowPlace from(Path folder) {
    Path named = Path.of(file);
    return named.startsWith(folder)
        ? new RowPlace(folder.relativize(named).toString().replace('\\', '/'), line, where, quote)
        : this;
  }
}
