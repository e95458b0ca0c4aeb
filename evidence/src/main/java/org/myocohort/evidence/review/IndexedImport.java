package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.myocohort.exchange.source.Sha256;

/// What an index was made from, of one import.
///
/// @param sha256 of the bytes that were read
/// @param length of them
/// @param modified the file's time of change, in milliseconds
/// @param records that the review had of it
record IndexedImport(String sha256, long length, long modified, int records) {

  /// The export as it lies in the folder.
  ///
  /// @param sha256 of its bytes
  static IndexedImport of(Path export, String sha256, int records) throws IOException {
    return new IndexedImport(sha256, Files.size(export), modified(export), records);
  }

  /// The export as it lies in the folder, its bytes read.
  static IndexedImport of(Path export, int records) throws IOException {
    return of(export, Sha256.of(export), records);
  }

  private static long modified(Path export) throws IOException {
    return Files.getLastModifiedTime(export).toMillis();
  }

  /// Whether the export still holds what was read: its bytes are read where its time changed.
  ///
  /// @param expected records that the review has of it
  boolean holds(Path export, int expected) throws IOException {
    return records == expected
        && Files.size(export) == length
        && (modified(export) == modified || Sha256.of(export).equals(sha256));
  }

  String note() {
    return sha256 + " " + length + " " + modified + " " + records;
  }

  static Optional<IndexedImport> of(String note) {
    String[] parts = note.split(" ", -1);
    try {
      return parts.length == 4
          ? Optional.of(
              new IndexedImport(
                  parts[0],
                  Long.parseLong(parts[1]),
                  Long.parseLong(parts[2]),
                  Integer.parseInt(parts[3])))
          : Optional.empty();
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
