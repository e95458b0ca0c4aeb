package org.myocohort.evidence.review;

import java.time.Instant;
import org.myocohort.evidence.flow.SourceKind;

/// An export that was taken into a review.
///
/// @param number of the import, from 1
/// @param version of the review that it belongs to, from 1
/// @param file name within the folder `exports`
/// @param sha256 of its bytes, in hexadecimal
/// @param source kind of what it was exported from
/// @param name of the same, such as `Embase`
/// @param records in the file
/// @param again how many of them were in an earlier export of the same source and version
/// @param before how many of them were in an export of the same source for an earlier version
/// @param time when it was imported
/// @param by who imported it
public record ImportEntry(
    int number,
    int version,
    String file,
    String sha256,
    SourceKind source,
    String name,
    int records,
    int again,
    int before,
    Instant time,
    String by) {

  /// Records that this import added.
  public int added() {
    return records - again - before;
  }
}
