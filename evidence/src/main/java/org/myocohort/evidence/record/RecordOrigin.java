package org.myocohort.evidence.record;

/// Where a record stands in an export.
///
/// @param file name of the export, without folders
/// @param number of the record in it, from 1
/// @param line at which it begins, from 1; 0 where the format has no lines worth naming
public record RecordOrigin(String file, int number, int line) {
  public RecordOrigin {
    if (number < 1 || line < 0) {
      throw new IllegalArgumentException("record %d at line %d".formatted(number, line));
    }
  }
}
